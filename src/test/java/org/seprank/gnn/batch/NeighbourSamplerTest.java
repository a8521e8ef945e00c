package org.seprank.gnn.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.kernel.Csr;

/** Samples against the entries of the whole. */
class NeighbourSamplerTest {
    private static final int N = 30;
    private static final int[] ASKED = {7, 2, 29, 11, 0};

    private static GraphBatch whole(boolean directed) {
        return RandomBatch.related(GraphBatch.of(
                RandomBatch.graph(N, 90, directed, 5), FeatureMatrix.dense(2, RandomBatch.numbers(2 * N, 8))));
    }

    private static double[] row(Csr a, int row) {
        double[] all = new double[a.columns()];
        for (int k = a.offsets()[row]; k < a.offsets()[row + 1]; k++) {
            all[a.indices()[k]] += a.doubles()[k];
        }
        return all;
    }

    /** Rows within the hops are those of the whole, all of whose columns are there. */
    @ParameterizedTest
    @EnumSource(
            value = OperatorKind.class,
            names = {
                "GCN",
                "NEIGHBOURS",
                "SUM",
                "WITH_SELF",
                "BY_SENDER",
                "MEAN_BESIDE_SELF",
                "NEIGHBOURS_BESIDE_SELF",
                "RELATIONAL"
            })
    void withAllNeighboursRowsAreThoseOfTheWhole(OperatorKind kind) {
        for (boolean directed : new boolean[] {false, true}) {
            GraphBatch whole = whole(directed);
            NeighbourSample sample = NeighbourSampler.over(whole)
                    .sample(ASKED, new int[] {NeighbourSampler.ALL, NeighbourSampler.ALL}, 1);
            Csr all = whole.operator(kind);
            Csr cut = sample.batch().operator(kind);
            int groups = all.columns() / N;
            int exact = sample.batch().rowsAfter(1);
            assertThat(exact).isGreaterThan(ASKED.length);
            for (int i = 0; i < exact; i++) {
                double[] expected = new double[cut.columns()];
                double[] there = row(all, sample.vertices()[i]);
                for (int j = 0; j < expected.length; j++) {
                    expected[j] = there[sample.vertices()[j / groups] * groups + j % groups];
                }
                assertThat(row(cut, i)).isEqualTo(expected);
                assertThat(Arrays.stream(expected).sum())
                        .isCloseTo(Arrays.stream(there).sum(), within(1e-12));
            }
        }
    }

    @Test
    void aSampleHasSoManyNeighboursOfEveryVertexThatIsReached() {
        GraphBatch whole = whole(false);
        NeighbourSampler sampler = NeighbourSampler.over(whole);
        NeighbourSample sample = sampler.sample(ASKED, new int[] {3, 2}, 4);
        Csr a = sample.batch().neighbours();
        int[] vertices = sample.vertices();
        assertThat(Arrays.copyOf(vertices, ASKED.length)).isEqualTo(ASKED);
        assertThat(Arrays.stream(vertices).distinct()).hasSize(vertices.length);
        int[] within = {
            sample.batch().rowsAfter(2),
            sample.batch().rowsAfter(1),
            sample.batch().rowsAfter(0)
        };
        assertThat(within).startsWith(ASKED.length).endsWith(vertices.length);
        for (int i = 0; i < vertices.length; i++) {
            int fanOut = i < within[0] ? 3 : i < within[1] ? 2 : 0;
            int degree = a.offsets()[i + 1] - a.offsets()[i];
            assertThat(degree).isEqualTo(Math.min(fanOut, sampler.degree(vertices[i])));
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                int hop = i < within[0] ? 1 : 2;
                assertThat(a.indices()[k]).isLessThan(within[hop]);
                double[] there = row(whole.neighbours(), vertices[i]);
                assertThat(a.doubles()[k])
                        .isEqualTo(there[vertices[a.indices()[k]]])
                        .isPositive();
            }
        }
    }

    /** Edges of a sample have the features and relations that they have in the whole; the features of vertices too. */
    @Test
    void featuresAndRelationsComeAlong() {
        GraphBatch whole = whole(true);
        NeighbourSample sample = NeighbourSampler.over(whole).sample(ASKED, new int[] {3, 2}, 4);
        GraphBatch part = sample.batch();
        Csr a = part.neighbours();
        Csr all = whole.neighbours();
        double[] own = new double[3];
        double[] there = new double[3];
        for (int i = 0; i < part.vertexCount(); i++) {
            int v = sample.vertices()[i];
            assertThat(part.features().entry(i, 1)).isEqualTo(whole.features().entry(v, 1));
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                int w = sample.vertices()[a.indices()[k]];
                int edge = IntStream.range(all.offsets()[v], all.offsets()[v + 1])
                        .filter(e -> all.indices()[e] == w)
                        .map(e -> all.edges()[e])
                        .findFirst()
                        .orElseThrow();
                part.edgeFeatures().copyRow(a.edges()[k], own);
                whole.edgeFeatures().copyRow(edge, there);
                assertThat(own).isEqualTo(there);
                assertThat(part.relationOfEdge()[a.edges()[k]]).isEqualTo(whole.relationOfEdge()[edge]);
            }
        }
    }

    /** By seed and vertex alone, whoever is asked about beside it; every neighbour comes up as often as another. */
    @Test
    void drawsAreUniformAndDependOnSeedAndVertexAlone() {
        GraphBatch whole = whole(false);
        NeighbourSampler sampler = NeighbourSampler.over(whole);
        int v = 7;
        int[] counts = new int[N];
        int draws = 6000;
        for (int seed = 0; seed < draws; seed++) {
            Set<Integer> alone = drawn(sampler.sample(new int[] {v}, new int[] {2}, seed), 0);
            Set<Integer> among = drawn(sampler.sample(new int[] {3, v, 9}, new int[] {2, 1}, seed), 1);
            assertThat(among).isEqualTo(alone).hasSize(2);
            alone.forEach(w -> counts[w]++);
        }
        int degree = sampler.degree(v);
        double expected = 2.0 * draws / degree;
        assertThat(degree).isGreaterThan(2);
        assertThat(Arrays.stream(counts).filter(count -> count > 0))
                .hasSize(degree)
                .allSatisfy(count -> assertThat((double) count).isCloseTo(expected, within(5 * Math.sqrt(expected))));
    }

    private static Set<Integer> drawn(NeighbourSample sample, int row) {
        Csr a = sample.batch().neighbours();
        Set<Integer> drawn = new HashSet<>();
        for (int k = a.offsets()[row]; k < a.offsets()[row + 1]; k++) {
            drawn.add(sample.vertices()[a.indices()[k]]);
        }
        return drawn;
    }

    /** What is added up has in a sample the sum over all as its mean. */
    @ParameterizedTest
    @ValueSource(strings = {"GCN", "SUM", "MEAN_BESIDE_SELF", "RELATIONAL"})
    void sumsOfSamplesAreThoseOfAllOnTheAverage(String name) {
        OperatorKind kind = OperatorKind.valueOf(name);
        GraphBatch whole = whole(true);
        NeighbourSampler sampler = NeighbourSampler.over(whole);
        int v = IntStream.range(0, N)
                .boxed()
                .max((a, b) -> sampler.degree(a) - sampler.degree(b))
                .orElseThrow();
        double sum = 0;
        int draws = 20_000;
        for (int seed = 0; seed < draws; seed++) {
            GraphBatch part = sampler.sample(new int[] {v}, new int[] {3}, seed).batch();
            sum += Arrays.stream(row(part.operator(kind), 0)).sum() / draws;
        }
        double expected = Arrays.stream(row(whole.operator(kind), v)).sum();
        assertThat(sampler.degree(v)).isGreaterThan(4);
        assertThat(sum).isCloseTo(expected, within(0.02 * expected));
    }

    @Test
    void whatIsAskedTwiceOrIsNoVertexIsRefusedAndLeavesTheSamplerAsItWas() {
        NeighbourSampler sampler = NeighbourSampler.over(whole(false));
        assertThatThrownBy(() -> sampler.sample(new int[] {1, 4, 1}, new int[] {2}, 0))
                .hasMessage("vertex 1 is there twice");
        assertThatThrownBy(() -> sampler.sample(new int[] {N}, new int[] {2}, 0))
                .hasMessage("vertex 30 is not in 0..29");
        List<int[]> twice = List.of(
                sampler.sample(ASKED, new int[] {2}, 3).vertices(),
                sampler.sample(ASKED, new int[] {2}, 3).vertices());
        assertThat(twice.get(0)).isEqualTo(twice.get(1));
    }
}
