package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.oracle.SmallGraphs;

class HomophilyTest {
    private static final Graph PATH = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});

    @Test
    void pathOfTwoHalves() {
        Homophily homophily = Homophily.of(PATH, Labels.of(0, 0, 1, 1));
        assertThat(homophily.edge()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(homophily.vertex()).isCloseTo((1 + 0.5 + 0.5 + 1) / 4, within(1e-12));
        assertThat(homophily.adjusted()).isCloseTo((2 / 3.0 - 0.5) / 0.5, within(1e-12));
    }

    @Test
    void alternatingLabelsAreFullyHeterophilous() {
        Homophily homophily = Homophily.of(PATH, Labels.of(0, 1, 0, 1));
        assertThat(homophily.edge()).isZero();
        assertThat(homophily.vertex()).isZero();
        assertThat(homophily.adjusted()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void edgesToUnlabelledVerticesDoNotCount() {
        Homophily homophily = Homophily.of(PATH, Labels.of(0, 0, -1, 1));
        assertThat(homophily.edge()).isEqualTo(1);
        assertThat(homophily.vertex()).isEqualTo(1);
        assertThat(homophily.adjusted()).isNaN();
    }

    @Test
    void labelsOfAnotherGraphAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Homophily.of(PATH, Labels.of(0, 1)));
    }

    /** By an independent program; the parts of K(4,4,2) are its classes. */
    @Test
    void partsOfACompleteMultipartiteGraph() {
        int[] parts = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2};
        List<int[]> edges = new ArrayList<>();
        for (int u = 0; u < parts.length; u++) {
            for (int v = 0; v < u; v++) {
                if (parts[u] != parts[v]) {
                    edges.add(new int[] {v, u});
                }
            }
        }
        Homophily homophily = Homophily.of(Graph.undirected(10, edges.toArray(int[][]::new)), Labels.of(parts));
        assertThat(homophily.edge()).isZero();
        check(homophily, -.523810, 0, -1, .398748, .418148);
    }

    /** By an independent program; the factions of Zachary's karate club as NetworkX has them. */
    @Test
    void factionsOfTheKarateClub() {
        int[] factions = new int[34];
        Arrays.fill(factions, 1);
        for (int v : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21}) {
            factions[v] = 0;
        }
        Homophily homophily = Homophily.of(GraphFamily.parse("family:karate", 0), Labels.of(factions));
        assertThat(homophily.edge()).isCloseTo(.858974, within(6e-7));
        check(homophily, .717531, .717531, .717706, .412630, .495522);
    }

    private static void check(
            Homophily found, double adjusted, double insensitive, double unbiased, double ofEdges, double ofVertices) {
        assertThat(found.adjusted()).isCloseTo(adjusted, within(6e-7));
        assertThat(found.classInsensitive()).isCloseTo(insensitive, within(6e-7));
        assertThat(found.unbiased()).isCloseTo(unbiased, within(6e-7));
        assertThat(found.informativeness().ofEdges()).isCloseTo(ofEdges, within(6e-7));
        assertThat(found.informativeness().ofVertices()).isCloseTo(ofVertices, within(6e-7));
    }

    /** The example of PyTorch Geometric: it counts arcs at their targets, which makes its class-insensitive 1 - 4/5. */
    @Test
    void theExampleOfPyTorchGeometric() {
        Graph graph = Graph.directed(5, new int[][] {{0, 1}, {1, 2}, {2, 0}, {3, 4}});
        Homophily homophily = Homophily.of(graph, Labels.of(0, 0, 0, 0, 1));
        assertThat(homophily.edge()).isEqualTo(.75);
        assertThat(homophily.vertex()).isCloseTo(.6, within(1e-12));
        assertThat(homophily.classInsensitive()).isCloseTo(6.0 / 7 - 4.0 / 5, within(1e-12));
    }

    /** From the definitions, over all vertices and pairs of classes. */
    @ParameterizedTest
    @MethodSource("seeds")
    void numbersAreThoseOfDenseTables(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        SplittableRandom random = new SplittableRandom(seed);
        int[] classes = IntStream.range(0, n).map(v -> random.nextInt(3)).toArray();
        double[][] ends = new double[3][3];
        double[][] neighbours = new double[3][3];
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                if (u != v && graph.edgeBetween(u, v) >= 0) {
                    ends[classes[u]][classes[v]] += 0.5 / graph.edgeCount();
                    neighbours[classes[u]][classes[v]] += 1.0 / graph.out().degree(u);
                }
            }
        }
        Homophily found = Homophily.of(graph, Labels.of(classes, 3));
        assertThat(found.informativeness().ofEdges()).matches(value -> near(value, informativeness(ends, ends)));
        assertThat(found.informativeness().ofVertices())
                .matches(value -> near(value, informativeness(neighbours, ends)));
        double above = 0;
        double below = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                above += Math.sqrt(ends[i][i] * ends[j][j]) - ends[i][j];
                below += Math.sqrt(ends[i][i] * ends[j][j]) + ends[i][j];
            }
        }
        double unbiased = above / below;
        assertThat(found.unbiased()).matches(value -> near(value, unbiased));
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static boolean near(double a, double b) {
        return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) < 1e-12;
    }

    private static double informativeness(double[][] weights, double[][] ends) {
        double total = Arrays.stream(weights).flatMapToDouble(Arrays::stream).sum();
        double divergence = 0;
        double entropy = 0;
        for (double[] row : weights) {
            double own = Arrays.stream(row).sum() / total;
            entropy -= own > 0 ? own * Math.log(own) : 0;
            for (int j = 0; j < row.length; j++) {
                double other = Arrays.stream(ends[j]).sum();
                divergence += row[j] > 0 ? row[j] / total * Math.log(row[j] / total / (own * other)) : 0;
            }
        }
        return entropy > 0 ? divergence / entropy : Double.NaN;
    }
}
