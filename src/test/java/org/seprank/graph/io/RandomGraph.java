package org.seprank.graph.io;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;
import org.seprank.graph.io.codec.Feature;

/** Small random graphs with ids, weights and attributes of every kind that a format says it holds, and more. */
final class RandomGraph {
    private static final String PLAIN = "abcxyzé日-_";
    private static final String NASTY = PLAIN + " \"<>&;:[]{}'/#=,@|\\n";

    private static final List<String> STRUCTURES =
            List.of("[]", "[1]", "[0.25,0.5]", "[\"a\",\"b c\"]", "[{\"x\":1},{\"x\":2}]");

    private final SplittableRandom random;
    private final GraphFormat format;

    private RandomGraph(GraphFormat format, long seed) {
        this.random = new SplittableRandom(seed);
        this.format = format;
    }

    /** A graph with everything that the format holds. */
    static Graph fitting(GraphFormat format, long seed) {
        return new RandomGraph(format, seed).graph(false);
    }

    /** A graph with everything there is. */
    static Graph any(GraphFormat format, long seed) {
        return new RandomGraph(format, seed).graph(true);
    }

    private boolean may(boolean all, Feature feature) {
        return (all || format.holds().contains(feature)) && random.nextInt(3) > 0;
    }

    private Graph graph(boolean all) {
        int n = 2 + random.nextInt(12);
        boolean directed = may(all, Feature.DIRECTED);
        boolean weighted = may(all, Feature.WEIGHTS) || (format == GraphFormat.DIMACS && directed);
        GraphBuilder builder = GraphBuilder.over(ids(n, all), directed);
        int m = 1 + random.nextInt(2 * n);
        for (int e = 0; e < m; e++) {
            int u = random.nextInt(n);
            int v = (u + 1 + random.nextInt(n - 1)) % n;
            if (weighted) {
                builder.edge(u, v, weight());
            } else {
                builder.edge(u, v);
            }
        }
        if (!all && !format.holds().contains(Feature.ISOLATED_VERTICES)) {
            for (int v = 0; v + 1 < n; v++) {
                builder.edge(v, v + 1);
            }
        }
        if (may(all, Feature.VERTEX_ATTRIBUTES)) {
            columns(builder.vertexAttributes(), n);
        }
        if (may(all, Feature.EDGE_ATTRIBUTES)) {
            columns(builder.edgeAttributes(), m);
        }
        for (String name : List.of("name", "crs")) {
            if ((all || format.codec().holdsOfGraph(name)) && random.nextInt(3) > 0) {
                builder.attributes().value(name, 0, word());
            }
        }
        return builder.build();
    }

    private double weight() {
        if (format == GraphFormat.METIS) {
            return 1 + random.nextInt(1000);
        }
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(10);
            case 1 -> random.nextInt(-1000, 1000) / 8.0;
            case 2 -> random.nextDouble(-1, 1);
            default -> random.nextDouble() * Math.pow(10, random.nextInt(-300, 300));
        };
    }

    private VertexIds ids(int n, boolean all) {
        if (!all && !format.holds().contains(Feature.IDS)) {
            return ascending(n, format.firstVertex(), 1);
        }
        return switch (random.nextInt(3)) {
            case 0 -> VertexIds.consecutive(n);
            case 1 -> ascending(n, -5, 1 + random.nextInt(1 << 20));
            default -> {
                List<String> names = new ArrayList<>();
                for (int v = 0; v < n; v++) {
                    names.add(word() + v);
                }
                yield VertexIds.of(names);
            }
        };
    }

    private static VertexIds ascending(int n, long first, long step) {
        long[] ids = new long[n];
        for (int v = 0; v < n; v++) {
            ids[v] = first + v * step;
        }
        return VertexIds.ascending(ids);
    }

    private String word() {
        String letters = format == GraphFormat.EDGE_LIST ? PLAIN : NASTY;
        StringBuilder word = new StringBuilder("w");
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    /** The first row has every value, so that types can be told from them. */
    private void columns(Attributes.Builder columns, int rows) {
        columns.column("colour", Attributes.Type.TEXT).column("age", Attributes.Type.INTEGER);
        columns.column("score", Attributes.Type.REAL).column("member", Attributes.Type.BOOLEAN);
        for (int i = 0; i < rows; i++) {
            value(columns, "colour", i, word());
            value(columns, "age", i, Long.toString(random.nextLong(-1000000000000L, 1000000000000L)));
            value(columns, "score", i, Double.toString(random.nextDouble()));
            value(columns, "member", i, Boolean.toString(random.nextBoolean()));
        }
        if (format == GraphFormat.JSON || format == GraphFormat.GML) {
            columns.column("tags", Attributes.Type.STRUCTURE).column("drawn.x", Attributes.Type.REAL);
            for (int i = 0; i < rows; i++) {
                value(columns, "tags", i, STRUCTURES.get(random.nextInt(STRUCTURES.size())));
                value(columns, "drawn.x", i, Double.toString(random.nextDouble()));
            }
        }
    }

    private void value(Attributes.Builder columns, String name, int row, String value) {
        if (random.nextInt(4) > 0) {
            columns.value(name, row, value);
        }
    }
}
