package org.seprank.rewire.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.seprank.graph.Graph;

/**
 * How long a method takes: what its time grows with, and what was measured by {@code experiment runtime-scaling} on
 * random graphs of mean degree 10 with 1 % of the edges edited. Measured times are kept beside the classes, as the
 * folder {@code results/runtime-scaling} of the repository says.
 *
 * @param growth of the time
 * @param measured the largest graph that was measured; empty: none was
 */
public record MethodCost(Growth growth, Optional<Measured> measured) {
    private static final String FILE = "growth.tsv";
    private static final double DEGREE = 10; // of the measured graphs
    private static final double EDITED = 0.01;
    private static final double PATIENCE = 60;
    private static final Map<Growth, List<String>> GROWTHS = Map.of(
            Growth.EDGES,
            List.of(
                    "random",
                    "random-node-edge",
                    "teddy",
                    "local-degree",
                    "k-neighbour",
                    "spanning-forest",
                    "disparity",
                    "ultrametric-backbone",
                    "algebraic-distance",
                    "dspar",
                    "ust-union",
                    "expander",
                    "virtual-vertex",
                    "half-hop",
                    "delaunay",
                    "g-rlef",
                    "rlef",
                    "random-add",
                    "random-swap"),
            Growth.NEIGHBOURS,
            List.of(
                    "wis",
                    "local-similarity",
                    "jaccard",
                    "scan",
                    "triangles",
                    "chance-corrected-triangles",
                    "simmelian",
                    "quadrilateral-simmelian",
                    "jost-liu",
                    "sjlr",
                    "forest-fire",
                    "spanner",
                    "sdrf",
                    "borf",
                    "afr-3",
                    "afr-4"),
            Growth.SEARCHES,
            List.of("metric-backbone", "betweenness", "gdc-ppr", "gdc-heat", "laser"),
            Growth.PASSES,
            List.of("proxy-delete", "proxy-add", "fosr", "toward", "away", "away-strongest", "unbiased"),
            Growth.PAIRS,
            List.of("feast", "comfy", "goku"),
            Growth.MATRICES,
            List.of("gtr", "err", "jdr"),
            Growth.RESISTANCES,
            List.of("spectral"),
            Growth.TRAININGS,
            List.of("ugs"));
    private static final Map<String, Measured> MEASURED = read();

    /**
     * A measured time.
     *
     * @param edges of the graph
     * @param seconds that it took
     * @param exponent of the edges, by least squares over several sizes; empty: too few were long enough to be measured
     */
    public record Measured(int edges, double seconds, OptionalDouble exponent) {}

    /** That of a method. */
    static MethodCost of(String id) {
        Growth growth = GROWTHS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Growth.UNSTATED);
        return new MethodCost(growth, Optional.ofNullable(MEASURED.get(id)));
    }

    private static Map<String, Measured> read() {
        try (InputStream in = MethodCost.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not beside the classes");
            }
            Map<String, Measured> all = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split("\t", -1);
                        OptionalDouble exponent = cells[3].isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(Double.parseDouble(cells[3]));
                        all.put(
                                cells[0],
                                new Measured(Integer.parseInt(cells[1]), Double.parseDouble(cells[2]), exponent));
                    });
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Roughly how many seconds so many edits of a graph take, carried over from the measured graph by the growth; empty
     * where one of them is not known.
     */
    public OptionalDouble seconds(Graph graph, int edits) {
        if (measured.isEmpty() || growth == Growth.UNSTATED) {
            return OptionalDouble.empty();
        }
        Measured known = measured.get();
        double before = growth.steps(2 * known.edges() / DEGREE, known.edges(), EDITED * known.edges());
        double now = growth.steps(graph.vertexCount(), graph.edgeCount(), edits);
        return OptionalDouble.of(known.seconds() * now / before);
    }

    /**
     * Roughly how many edges a graph of mean degree 10 may have for 1 % of them to be edited within a minute, by the
     * measured exponent; empty where there is none.
     */
    public OptionalDouble edgesInAMinute() {
        if (measured.isEmpty() || measured.get().exponent().isEmpty()) {
            return OptionalDouble.empty();
        }
        Measured known = measured.get();
        double exponent = Math.max(1, known.exponent().getAsDouble());
        return OptionalDouble.of(known.edges() * Math.pow(PATIENCE / known.seconds(), 1 / exponent));
    }
}
