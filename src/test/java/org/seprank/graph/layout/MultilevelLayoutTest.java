package org.seprank.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.work.Parallel;

class MultilevelLayoutTest {
    private static Graph family(String name) {
        return GraphFamily.parse("family:" + name, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"karate", "erdos-renyi,n=900,m=1200", "barabasi-albert,n=1500,m=2", "grid,rows=30,cols=40"})
    void bitsDoNotDependOnThreads(String name) {
        Graph graph = family(name);
        MultilevelLayout single = Parallel.single().call(() -> MultilevelLayout.of(graph, 3));
        for (int threads : new int[] {1, 2, 4}) {
            MultilevelLayout other = Parallel.of(threads).call(() -> MultilevelLayout.of(graph, 3));
            for (int v = 0; v < graph.vertexCount(); v++) {
                assertThat(other.x(v)).isEqualTo(single.x(v));
                assertThat(other.y(v)).isEqualTo(single.y(v));
            }
        }
        MultilevelLayout otherSeed = MultilevelLayout.of(graph, 4);
        assertThat(otherSeed.x(0)).isNotEqualTo(single.x(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path,n=1",
                "path,n=2",
                "erdos-renyi,n=1000,m=0",
                "star,n=10000",
                "path,n=20000",
                "complete,n=200",
                "cycle,n=3",
                "erdos-renyi,n=3000,m=1500",
                "tree,branching=5,depth=4"
            })
    void everyVertexHasAPlaceOfItsOwnOnThePage(String name) {
        Graph graph = family(name);
        for (double aspect : new double[] {1, 0.5, 2}) {
            MultilevelLayout layout = MultilevelLayout.of(graph, 0, aspect);
            Set<Double> places = new HashSet<>();
            for (int v = 0; v < graph.vertexCount(); v++) {
                assertThat(layout.x(v)).as("x of %d", v).isBetween(0.0, aspect);
                assertThat(layout.y(v)).as("y of %d", v).isBetween(0.0, 1.0);
                places.add(layout.x(v) + 3 * Math.PI * layout.y(v));
            }
            assertThat(places).hasSize(graph.vertexCount());
        }
    }

    @Test
    void graphWithoutVerticesHasALayout() {
        MultilevelLayout layout = MultilevelLayout.of(Graph.undirected(0, new int[0][]), 0);
        assertThatThrownBy(() -> layout.x(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void separatePairsAreApartFromEachOther() {
        int[][] pairs = new int[100][];
        Arrays.setAll(pairs, i -> new int[] {2 * i, 2 * i + 1});
        Graph graph = Graph.directed(200, pairs);
        boxesAreDisjoint(graph, MultilevelLayout.of(graph, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"erdos-renyi,n=400,m=250", "erdos-renyi,n=2000,m=1900", "erdos-renyi,n=50,m=0"})
    void componentsAreDisjoint(String name) {
        Graph graph = family(name);
        boxesAreDisjoint(graph, MultilevelLayout.of(graph, 5));
        boxesAreDisjoint(graph, MultilevelLayout.of(graph, 5, 1.6));
    }

    private static void boxesAreDisjoint(Graph graph, MultilevelLayout layout) {
        Components components = Components.of(graph);
        double[][] boxes = new double[components.count()][];
        Arrays.setAll(boxes, c -> new double[] {9, 9, -9, -9});
        for (int v = 0; v < graph.vertexCount(); v++) {
            double[] box = boxes[components.of(v)];
            box[0] = Math.min(box[0], layout.x(v));
            box[1] = Math.min(box[1], layout.y(v));
            box[2] = Math.max(box[2], layout.x(v));
            box[3] = Math.max(box[3], layout.y(v));
        }
        for (int c = 0; c < boxes.length; c++) {
            for (int d = 0; d < c; d++) {
                double[] a = boxes[c];
                double[] b = boxes[d];
                boolean apart = a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
                assertThat(apart)
                        .as("%s and %s", Arrays.toString(a), Arrays.toString(b))
                        .isTrue();
            }
        }
    }

    @Test
    void componentsFillThePage() {
        Graph graph = family("erdos-renyi,n=600,m=0");
        MultilevelLayout layout = MultilevelLayout.of(graph, 0, 2);
        double[] x = new double[600];
        Arrays.setAll(x, layout::x);
        assertThat(Arrays.stream(x).max().orElseThrow() - Arrays.stream(x).min().orElseThrow())
                .isGreaterThan(1.8);
    }

    @Test
    void pathLiesAlongThePageAndStandsOnAHighOne() {
        Graph path = family("path,n=30");
        MultilevelLayout lying = MultilevelLayout.of(path, 0, 1);
        MultilevelLayout standing = MultilevelLayout.of(path, 0, 0.4);
        assertThat(Math.abs(lying.x(29) - lying.x(0))).isGreaterThan(2 * Math.abs(lying.y(29) - lying.y(0)));
        assertThat(Math.abs(standing.y(29) - standing.y(0)))
                .isGreaterThan(2 * Math.abs(standing.x(29) - standing.x(0)));
    }

    @Test
    void directionDoesNotCount() {
        Graph directed = Graph.directed(4, new int[][] {{0, 1}, {2, 1}, {2, 3}});
        Graph undirected = Graph.undirected(4, new int[][] {{0, 1}, {2, 1}, {2, 3}});
        MultilevelLayout a = MultilevelLayout.of(directed, 1);
        MultilevelLayout b = MultilevelLayout.of(undirected, 1);
        for (int v = 0; v < 4; v++) {
            assertThat(a.x(v)).isCloseTo(b.x(v), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "karate",
                "grid,rows=10,cols=10",
                "cycle,n=60",
                "tree,branching=3,depth=4",
                "barbell,clique=10,path=20",
                "watts-strogatz,n=120,k=4,p=0.1"
            })
    void stressIsBelowThatOfFruchtermanAndReingold(String name) {
        Graph graph = family(name);
        MultilevelLayout ours = MultilevelLayout.of(graph, 0);
        MapLayoutModel2D<Integer> model = new MapLayoutModel2D<>(Box2D.of(1, 1));
        new FRLayoutAlgorithm2D<Integer, Integer>(300, 0.5, new Random(0)).layout(graph.asJGraphT(), model);
        double stress = stress(graph, ours::x, ours::y);
        double theirs =
                stress(graph, v -> model.get(v).getX(), v -> model.get(v).getY());
        assertThat(stress).isLessThan(theirs);
    }

    /** The mean square of what distances on the page, at the best scale, differ from those in the graph, relatively. */
    private static double stress(Graph graph, IntToDoubleFunction x, IntToDoubleFunction y) {
        double linear = 0;
        double square = 0;
        long pairs = 0;
        for (int u = 0; u < graph.vertexCount(); u++) {
            int[] steps = distances(graph, u);
            for (int v = 0; v < u; v++) {
                double length =
                        Math.hypot(x.applyAsDouble(u) - x.applyAsDouble(v), y.applyAsDouble(u) - y.applyAsDouble(v));
                linear += length / steps[v];
                square += length * length / steps[v] / steps[v];
                pairs++;
            }
        }
        return 1 - linear * linear / square / pairs;
    }

    private static int[] distances(Graph graph, int from) {
        int[] steps = new int[graph.vertexCount()];
        Arrays.fill(steps, -1);
        steps[from] = 0;
        int[] queue = new int[graph.vertexCount()];
        queue[0] = from;
        int end = 1;
        for (int at = 0; at < end; at++) {
            int v = queue[at];
            for (int k = graph.out().offsets()[v]; k < graph.out().offsets()[v + 1]; k++) {
                int w = graph.out().neighbours()[k];
                if (steps[w] < 0) {
                    steps[w] = steps[v] + 1;
                    queue[end++] = w;
                }
            }
        }
        return steps;
    }

    @Test
    void aspectIsChecked() {
        assertThatThrownBy(() -> MultilevelLayout.of(family("karate"), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("aspect 0.0 is not in 0.01..100");
    }
}
