package org.seprank.graph.partition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * What a {@code --partition} value asks for, before it meets a graph:
 *
 * <ul>
 *   <li>{@code 0-3,7} or {@code alice,bob}: vertex ids; ranges, ends included, where ids are numbers. An id with a
 *       comma, or one that looks like another form of this list, stands in double quotes, in which {@code ""} is a
 *       quote
 *   <li>{@code attribute:faction}: each value of a vertex attribute against the rest, vertices without a value in no
 *       class; {@code attribute:faction=Officer}: that value against the rest
 *   <li>{@code file:PATH}: one id per line, which together are I; or an id and a label per line, each label against the
 *       rest
 *   <li>{@code singletons}: every vertex against the rest
 *   <li>{@code label-propagation}, {@code louvain}, {@code leiden}, {@code spanning-tree:k}, {@code girvan-newman:k}:
 *       clusters, each against the rest
 *   <li>{@code kway:k}: parts of nearly the same size by repeated {@link BalancedBisection}, each against the rest
 *   <li>{@code bisection}: two parts of nearly the same size with few edges between them, {@link BalancedBisection};
 *       {@code sign-cut}: the two parts of {@link SpectralBisection}, of any sizes
 * </ul>
 *
 * <p>Of two classes that are everything only the first is a partition, since the other is its complement.
 */
public sealed interface PartitionSpec {
    /** The forms there are, for help texts. */
    String FORMS = "IDS, attribute:NAME[=VALUE], file:PATH, singletons, label-propagation, louvain, leiden, "
            + "spanning-tree:K, girvan-newman:K, kway:K, bisection, sign-cut";

    /**
     * The partitions of a graph that this asks for, one at least.
     *
     * @param seed decides the random choices of all forms that have some
     * @throws IllegalArgumentException if the graph has no such vertices or attribute, or one side would be empty
     * @throws IOException if a file cannot be read
     */
    List<Partition> partitions(Graph graph, long seed) throws IOException;

    /**
     * Reads a {@code --partition} value.
     *
     * @throws IllegalArgumentException if it is empty or has a malformed parameter
     */
    static PartitionSpec parse(String text) {
        String trimmed = text.strip();
        int colon = trimmed.indexOf(':');
        String keyword = colon < 0 ? trimmed : trimmed.substring(0, colon);
        String rest = colon < 0 ? "" : trimmed.substring(colon + 1);
        return switch (keyword) {
            case "" -> throw new IllegalArgumentException("partition '" + text + "' is none of " + FORMS);
            case "singletons", "label-propagation", "louvain", "leiden", "bisection", "sign-cut" ->
                found(keyword, rest);
            case "spanning-tree" -> new SpanningTree(clusters(keyword, rest));
            case "girvan-newman" -> new GirvanNewman(clusters(keyword, rest));
            case "kway" -> new BalancedParts(clusters(keyword, rest));
            case "file" -> new FromFile(Path.of(given(keyword, rest, "a path")));
            case "attribute" -> attribute(given(keyword, rest, "an attribute's name"));
            default -> new Explicit(trimmed);
        };
    }

    private static PartitionSpec found(String keyword, String rest) {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("partition " + keyword + " has no parameter, found '" + rest + "'");
        }
        return switch (keyword) {
            case "singletons" -> new Singletons();
            case "bisection" -> new Bisection();
            case "sign-cut" -> new SignCut();
            case "louvain" -> new HighModularity(false);
            case "leiden" -> new HighModularity(true);
            default -> new LabelPropagation();
        };
    }

    private static String given(String keyword, String rest, String what) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("partition " + keyword + ": needs " + what);
        }
        return rest;
    }

    private static int clusters(String keyword, String rest) {
        if (!rest.matches("\\d{1,9}") || Integer.parseInt(rest) < 2) {
            throw new IllegalArgumentException("partition " + keyword + ": needs the number of clusters, 2 or more, as "
                    + keyword + ":4; found '" + rest + "'");
        }
        return Integer.parseInt(rest);
    }

    private static PartitionSpec attribute(String text) {
        List<String> pieces = Quoted.split(text, '=', 2);
        String name = Quoted.plain(pieces.get(0));
        return pieces.size() == 1 ? new ByAttribute(name) : new OneClass(name, Quoted.plain(pieces.get(1)));
    }

    /**
     * Vertices listed by their ids.
     *
     * @param list ids and ranges with commas between them
     */
    record Explicit(String list) implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            return List.of(new Partition(list, VertexList.resolve(list, graph)));
        }
    }

    /**
     * Each value of a vertex attribute.
     *
     * @param attribute the attribute's name
     */
    record ByAttribute(String attribute) implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            Attributes attributes = graph.vertexAttributes();
            LabelledClasses classes = new LabelledClasses("attribute '" + attribute + "'", graph.vertexCount());
            for (int v = 0; v < graph.vertexCount(); v++) {
                int vertex = v;
                attributes.value(attribute, v).ifPresent(value -> classes.add(attribute + "=" + value, vertex));
            }
            return classes.partitions();
        }
    }

    /**
     * One value of a vertex attribute.
     *
     * @param attribute the attribute's name
     * @param value the value of the vertices of I
     */
    record OneClass(String attribute, String value) implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            Attributes attributes = graph.vertexAttributes();
            int[] vertices = IntStream.range(0, graph.vertexCount())
                    .filter(v ->
                            attributes.value(attribute, v).filter(value::equals).isPresent())
                    .toArray();
            return List.of(new Partition(attribute + "=" + value, VertexSet.of(graph.vertexCount(), vertices)));
        }
    }

    /**
     * Vertices, or vertices and labels, in a file.
     *
     * @param path the file
     */
    record FromFile(Path path) implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) throws IOException {
            return PartitionFile.read(path, graph);
        }
    }

    /** Every vertex against the rest. The list is made as it is read: all sets at once would take n² bits. */
    record Singletons() implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            int n = graph.vertexCount();
            if (n < 2) {
                throw new IllegalArgumentException(
                        "a graph with " + n + " vertices has no singleton with another side");
            }
            return new AbstractList<>() {
                @Override
                public Partition get(int v) {
                    Objects.checkIndex(v, n);
                    return new Partition(graph.ids().id(v), VertexSet.of(n, v));
                }

                @Override
                public int size() {
                    return n;
                }
            };
        }
    }

    /** Clusters whose vertices agree with most of their neighbours. */
    record LabelPropagation() implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            return Clusters.labelPropagation(graph, seed);
        }
    }

    /**
     * What remains of a minimum spanning tree without its heaviest edges.
     *
     * @param clusters how many trees remain, at least 2
     */
    record SpanningTree(int clusters) implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            return Clusters.spanningTree(graph, clusters);
        }
    }

    /**
     * The components that are left when edges of the highest betweenness are removed.
     *
     * @param clusters how many components to stop at, at least 2
     */
    record GirvanNewman(int clusters) implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            return Clusters.girvanNewman(graph, clusters);
        }
    }

    /**
     * {@link Communities} of high modularity.
     *
     * @param refined whether by the Leiden algorithm, else by the Louvain method
     */
    record HighModularity(boolean refined) implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            return refined
                    ? Clusters.of("leiden", graph, Communities.leiden(graph, seed))
                    : Clusters.of("louvain", graph, Communities.louvain(graph, seed));
        }
    }

    /**
     * Parts of nearly the same size with few edges between them.
     *
     * @param parts how many, at least 2
     */
    record BalancedParts(int parts) implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            return Clusters.balanced(graph, parts, seed);
        }
    }

    /** The two parts of {@link BalancedBisection}. */
    record Bisection() implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            return List.of(new Partition("bisection", BalancedBisection.of(graph, seed)));
        }
    }

    /** The two parts of {@link SpectralBisection}. */
    record SignCut() implements PartitionSpec {
        @Override
        public List<Partition> partitions(Graph graph, long seed) {
            return List.of(
                    new Partition("sign-cut", SpectralBisection.of(graph, seed).vertices()));
        }
    }
}
