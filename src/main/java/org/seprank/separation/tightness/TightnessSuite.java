package org.seprank.separation.tightness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jgrapht.generate.NamedGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.util.SupplierUtil;
import org.seprank.graph.Graph;
import org.seprank.graph.UnionFind;
import org.seprank.graph.VertexSet;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/**
 * Small separation problems on which bounds are judged: paths, cycles, stars, complete graphs, the grids 2x3 and 2x4,
 * barbells, and the closed neighbourhoods in the karate club graph, of at most 8 vertices each; L = 1..3; D_x, D_h =
 * 2..3; graph prediction and vertex prediction; one partition and target from each orbit under the automorphisms of the
 * graph and the exchange of I and Iᶜ.
 */
public final class TightnessSuite {
    private static final int MAX_VERTICES = 8;

    private TightnessSuite() {}

    /**
     * One problem.
     *
     * @param family path, cycle, star, complete, grid, barbell or karate
     * @param graphName which of them, such as "path5"
     * @param problem the problem
     */
    public record Case(String family, String graphName, SeparationProblem problem) {}

    /** All cases on graphs of at most that many vertices, in a fixed order. */
    public static List<Case> cases(int maxVertices) {
        List<Case> cases = new ArrayList<>();
        graphs().forEach((family, graphs) -> graphs.forEach((name, graph) -> {
            if (graph.vertexCount() <= maxVertices) {
                cases.addAll(cases(family, name, graph));
            }
        }));
        return cases;
    }

    /** The graphs by family and name. */
    public static Map<String, Map<String, Graph>> graphs() {
        Map<String, Map<String, Graph>> families = new LinkedHashMap<>();
        for (int n = 2; n <= MAX_VERTICES; n++) {
            add(families, "path", "path" + n, path(n));
            add(families, "complete", "complete" + n, joined(n, n, new int[0][]));
            if (n >= 3) {
                add(families, "cycle", "cycle" + n, cycle(n));
                add(families, "star", "star" + n, star(n));
            }
        }
        add(families, "grid", "grid2x3", grid(3));
        add(families, "grid", "grid2x4", grid(4));
        add(families, "barbell", "barbell3+3", joined(6, 3, new int[][] {{2, 3}}));
        add(families, "barbell", "barbell3+1+3", joined(7, 3, new int[][] {{2, 6}, {6, 3}}));
        add(families, "barbell", "barbell4+4", joined(8, 4, new int[][] {{3, 4}}));
        karateBalls().forEach((name, graph) -> add(families, "karate", name, graph));
        return families;
    }

    private static void add(Map<String, Map<String, Graph>> families, String family, String name, Graph graph) {
        families.computeIfAbsent(family, none -> new LinkedHashMap<>()).put(name, graph);
    }

    private static Graph path(int n) {
        int[][] edges = new int[n - 1][];
        Arrays.setAll(edges, i -> new int[] {i, i + 1});
        return Graph.undirected(n, edges);
    }

    private static Graph cycle(int n) {
        int[][] edges = new int[n][];
        Arrays.setAll(edges, i -> new int[] {i, (i + 1) % n});
        return Graph.undirected(n, edges);
    }

    private static Graph star(int n) {
        int[][] edges = new int[n - 1][];
        Arrays.setAll(edges, i -> new int[] {0, i + 1});
        return Graph.undirected(n, edges);
    }

    /** Two rows of that many columns. */
    private static Graph grid(int columns) {
        List<int[]> edges = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            edges.add(new int[] {c, c + columns});
            if (c > 0) {
                edges.add(new int[] {c - 1, c});
                edges.add(new int[] {c - 1 + columns, c + columns});
            }
        }
        return Graph.undirected(2 * columns, edges.toArray(int[][]::new));
    }

    /** Cliques on the vertices 0..size-1 and size..2 size-1, as far as there are so many, and further edges. */
    private static Graph joined(int n, int size, int[][] further) {
        List<int[]> edges = new ArrayList<>(List.of(further));
        for (int j = 0; j < Math.min(n, 2 * size); j++) {
            for (int i = j / size * size; i < j; i++) {
                edges.add(new int[] {i, j});
            }
        }
        return Graph.undirected(n, edges.toArray(int[][]::new));
    }

    /** Closed neighbourhoods of 3 to 8 vertices of the karate club graph, one of each isomorphism class. */
    private static Map<String, Graph> karateBalls() {
        var karate = new SimpleGraph<>(
                SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultEdgeSupplier(), false);
        new NamedGraphGenerator<Integer, DefaultEdge>().generateZacharyKarateClubGraph(karate);
        Map<String, Graph> balls = new TreeMap<>();
        for (int centre = 0; centre < karate.vertexSet().size(); centre++) {
            List<Integer> ball = new ArrayList<>(List.of(centre));
            for (int v = 0; v < karate.vertexSet().size(); v++) {
                if (karate.containsEdge(centre, v)) {
                    ball.add(v);
                }
            }
            if (ball.size() >= 3 && ball.size() <= MAX_VERTICES) {
                Graph graph = induced(karate, ball);
                if (balls.values().stream().noneMatch(known -> isomorphic(known, graph))) {
                    balls.put(String.format(Locale.ROOT, "karate-ball%02d", centre), graph);
                }
            }
        }
        return balls;
    }

    private static Graph induced(org.jgrapht.Graph<Integer, DefaultEdge> graph, List<Integer> vertices) {
        List<int[]> edges = new ArrayList<>();
        for (int j = 0; j < vertices.size(); j++) {
            for (int i = 0; i < j; i++) {
                if (graph.containsEdge(vertices.get(i), vertices.get(j))) {
                    edges.add(new int[] {i, j});
                }
            }
        }
        return Graph.undirected(vertices.size(), edges.toArray(int[][]::new));
    }

    /**
     * Both have their centre, which is adjacent to all others, at vertex 0; the union has a symmetry that swaps them.
     */
    private static boolean isomorphic(Graph a, Graph b) {
        int n = a.vertexCount();
        if (n != b.vertexCount() || a.edgeCount() != b.edgeCount()) {
            return false;
        }
        List<int[]> edges = new ArrayList<>();
        for (int e = 0; e < a.edgeCount(); e++) {
            edges.add(new int[] {a.source(e), a.target(e)});
            edges.add(new int[] {n + b.source(e), n + b.target(e)});
        }
        return Symmetries.of(Graph.undirected(2 * n, edges.toArray(int[][]::new))).stream()
                .anyMatch(image -> image[0] >= n);
    }

    private static List<Case> cases(String family, String name, Graph graph) {
        List<Case> cases = new ArrayList<>();
        int n = graph.vertexCount();
        for (int state : representatives(graph)) {
            VertexSet inside = VertexSet.of(n, BitSet.valueOf(new long[] {state & ((1 << n) - 1)}));
            int t = state >> n;
            Target target = t == n ? Target.graph() : Target.vertex(t);
            for (int depth = 1; depth <= 3; depth++) {
                for (int widths = 0; widths < 4; widths++) {
                    cases.add(new Case(
                            family,
                            name,
                            new SeparationProblem(graph, inside, target, depth, 2 + (widths >> 1), 2 + (widths & 1))));
                }
            }
        }
        return cases;
    }

    /** One (partition, target) of each orbit, the partition in the low n bits; target n is graph prediction. */
    private static List<Integer> representatives(Graph graph) {
        int n = graph.vertexCount();
        int all = (1 << n) - 1;
        UnionFind orbits = new UnionFind((n + 1) << n);
        for (int state = 0; state < (n + 1) << n; state++) {
            orbits.join(state, state ^ all);
        }
        for (int[] image : Symmetries.of(graph)) {
            for (int state = 0; state < (n + 1) << n; state++) {
                int moved = 0;
                for (int i = 0; i < n; i++) {
                    moved |= (state >> i & 1) << image[i];
                }
                int t = state >> n;
                orbits.join(state, (t == n ? n : image[t]) << n | moved);
            }
        }
        int[] orbit = orbits.numbered();
        BitSet seen = new BitSet();
        List<Integer> representatives = new ArrayList<>();
        for (int state = 0; state < orbit.length; state++) {
            int inside = state & all;
            if (inside != 0 && inside != all && !seen.get(orbit[state])) {
                seen.set(orbit[state]);
                representatives.add(state);
            }
        }
        return representatives;
    }
}
