package org.seprank.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexIds;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.rewire.catalogue.MethodSetting;
import org.seprank.study.AnswerProvenance;
import org.seprank.study.Context;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.EditsFile;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;

/**
 * A graph to look at: with partitions to begin with, and orders of edits to step through.
 *
 * @param source the graph
 * @param network depth, widths and target to begin with
 * @param partitions as on the command line; empty: those that the graph suggests
 * @param extent what else the page has
 */
public record ExploreStudy(GraphSource source, NetworkShape network, List<String> partitions, Extent extent) {
    /** Larger graphs are refused. */
    public static final int MOST_VERTICES = 200_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ANSWERED = 20_000; // vertices and edges: beyond, answers are left to the page

    /** Keeps the list. */
    public ExploreStudy {
        partitions = List.copyOf(partitions);
    }

    /**
     * What else the page has.
     *
     * @param methods whose orders it has
     * @param edits files of edits that it has
     * @param labels the vertex attribute that has the labels; empty: those of the dataset, if it is one
     * @param certify whether the ranks of the partitions are certified
     * @param measured measured interactions of a network
     * @param seed of everything random
     */
    public record Extent(
            List<String> methods,
            List<EditsFile> edits,
            String labels,
            boolean certify,
            MeasuredNetwork measured,
            long seed) {
        /** Keeps the lists. */
        public Extent {
            methods = List.copyOf(methods);
            edits = List.copyOf(edits);
        }
    }

    /**
     * The page.
     *
     * @throws IllegalArgumentException if the graph is too large, or a method cannot be asked so
     */
    public ExplorePage page(Context context) throws IOException {
        GraphInput input = source.readLabelled(extent.labels(), context.warnings());
        Graph graph = input.graph();
        checkSize(graph);
        ChosenPartitions chosen = ChosenPartitions.of(input, partitions, extent.seed());
        ObjectNode data = JSON.objectNode();
        String name = name(input.location());
        data.put("name", name);
        data.put("source", input.location());
        data.put("version", AnswerProvenance.currentVersion());
        data.put("command", context.command());
        addGraph(data, graph);
        data.set("start", start(graph));
        data.set("colours", colours(input));
        data.set("orders", orders(input, chosen.partitions(), context));
        data.set("partitions", partitions(input, chosen.partitions(), context));
        return new ExplorePage(name + " – seprank explore", data);
    }

    private static void checkSize(Graph graph) {
        if (graph.vertexCount() > MOST_VERTICES) {
            throw new IllegalArgumentException("a page of " + graph.vertexCount() + " vertices is too large to work"
                    + " with; the limit is " + MOST_VERTICES
                    + ". Explore a part of the graph (--largest-component, or the subgraph that some vertices induce),"
                    + " or ask 'seprank analyze' about one --partition");
        }
    }

    private static String name(String location) {
        String last = String.valueOf(Path.of(location.replace(':', '-')).getFileName());
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    private void addGraph(ObjectNode data, Graph graph) {
        int n = graph.vertexCount();
        data.put("n", n);
        data.put("m", graph.edgeCount());
        data.put("directed", graph.directed());
        data.put("edges", Packed.edges(graph));
        Places places = Places.of(graph, extent.seed());
        data.put("x", Packed.coordinates(n, places.x()));
        data.put("y", Packed.coordinates(n, places.y()));
        VertexIds ids = graph.ids();
        data.put("numeric", ids.numeric());
        if (IntStream.range(0, n).anyMatch(v -> !ids.id(v).equals(Integer.toString(v)))) {
            ArrayNode names = data.putArray("ids");
            IntStream.range(0, n).forEach(v -> names.add(ids.id(v)));
        }
    }

    private static ArrayNode colours(GraphInput input) {
        ArrayNode all = JSON.arrayNode();
        for (Colours colours : Colours.of(input)) {
            ObjectNode one = all.addObject();
            one.put("name", colours.name());
            one.put("form", colours.form());
            colours.classes().forEach(one.putArray("classes")::add);
            one.put("codes", colours.packed());
        }
        return all;
    }

    private ArrayNode orders(GraphInput input, List<Partition> chosen, Context context) throws IOException {
        Graph graph = input.graph();
        MethodSetting setting = MethodSetting.of(extent.seed(), network.depth());
        Target target = network.targetIn(graph);
        List<Interaction> told = EditOrder.interactions(chosen.subList(0, Math.min(1, chosen.size())), target);
        List<EditOrder> orders = new ArrayList<>();
        for (String method : extent.methods()) {
            orders.add(EditOrder.by(method, input, setting, told, context));
        }
        for (EditsFile file : extent.edits()) {
            orders.add(EditOrder.of(file, graph));
        }
        ArrayNode all = JSON.arrayNode();
        for (EditOrder order : orders) {
            ObjectNode one = all.addObject();
            one.put("key", order.key());
            one.put("label", order.label());
            one.put("command", order.command());
            one.put("size", order.edits().size());
            one.put("edits", Packed.edits(graph, order.edits()));
        }
        return all;
    }

    private ArrayNode partitions(GraphInput input, List<Partition> chosen, Context context) throws IOException {
        Graph graph = input.graph();
        boolean answered = (long) graph.vertexCount() + graph.edgeCount() <= MOST_ANSWERED;
        ArrayNode all = JSON.arrayNode();
        for (Partition partition : chosen) {
            ObjectNode one = all.addObject();
            one.put("name", partition.name());
            one.put("side", ranges(partition.vertices()));
            if (answered && all.size() == 1) {
                Known.addAnswers(one, graph, partition, network);
            }
            if (extent.certify()) {
                Known.addRank(one, graph, partition, network, extent.seed(), context);
            }
        }
        extent.measured().addTo(all, context);
        return all;
    }

    private ObjectNode start(Graph graph) {
        ObjectNode start = JSON.objectNode();
        start.put("L", network.depth());
        start.put("Dx", network.inputWidth());
        start.put("Dh", network.hiddenWidth());
        Target target = network.targetIn(graph);
        if (target instanceof Target.OfPair) {
            throw new IllegalArgumentException("--target " + network.target()
                    + " is a pair; a page is about graph or vertex prediction, and 'seprank analyze' about pairs too");
        }
        start.put("T", target instanceof Target.AtVertex vertex ? vertex.t() : -1);
        return start;
    }

    /** The numbers of the vertices of a set, such as 0-15,33. */
    static String ranges(VertexSet set) {
        BitSet bits = new BitSet();
        set.stream().forEach(bits::set);
        StringBuilder text = new StringBuilder();
        for (int first = bits.nextSetBit(0); first >= 0; ) {
            int end = bits.nextClearBit(first);
            text.append(text.length() == 0 ? "" : ",").append(first);
            if (end - 1 > first) {
                text.append('-').append(end - 1);
            }
            first = bits.nextSetBit(end);
        }
        return text.toString();
    }
}
