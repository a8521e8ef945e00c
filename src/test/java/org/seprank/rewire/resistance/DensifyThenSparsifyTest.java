package org.seprank.rewire.resistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Features;
import org.seprank.graph.Components;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestFeatures;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.feature.FeatureRows;
import org.seprank.rewire.resistance.DensifyThenSparsify.Options;
import org.seprank.rewire.resistance.DensifyThenSparsify.Weighting;
import org.seprank.rewire.spectral.DenseOracle;
import org.seprank.work.Progress;

class DensifyThenSparsifyTest {
    private static EditList run(Graph graph, Features features, Options options, int count) {
        return new DensifyThenSparsify(features, options).rewire(graph, count, Progress.none());
    }

    /** Every step by the best of all pairs that are looked at, computed anew. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void additionsAreTheBestOfAllCandidatesInEveryStep(long seed) {
        Graph graph = TestGraphs.random(seed, 40, 2, 0.1, false);
        SplittableRandom random = new SplittableRandom(seed);
        double[] f = random.doubles(42, -1, 1).toArray();
        int count = 12;
        int size = (int) Math.ceil((1 + Math.sqrt(1 + 16 * count)) / 2);
        List<Integer> byDegree = IntStream.range(0, 42)
                .boxed()
                .sorted((u, v) ->
                        Integer.compare(graph.out().degree(u), graph.out().degree(v)))
                .limit(size)
                .toList();
        List<Integer> byEntry = IntStream.range(0, 42)
                .boxed()
                .sorted((u, v) -> Double.compare(Math.abs(f[v]), Math.abs(f[u])))
                .limit(size)
                .toList();
        Graph now = graph;
        List<Densification.Added> found = new Densification(graph, f).additions(count);
        assertThat(found).hasSize(count);
        for (Densification.Added added : found) {
            double best = 0;
            Edge first = new Edge(0, 1);
            for (int u = 0; u < 42; u++) {
                for (int v = u + 1; v < 42; v++) {
                    double score = Math.abs(f[u] - f[v])
                            / (now.out().degree(u) + now.out().degree(v) + 1);
                    boolean both = (byDegree.contains(u) || byEntry.contains(u))
                            && (byDegree.contains(v) || byEntry.contains(v));
                    if (both && now.edgeBetween(u, v) < 0 && score > best) {
                        best = score;
                        first = new Edge(u, v);
                    }
                }
            }
            assertThat(added).isEqualTo(new Densification.Added(first, best));
            now = now.with(List.of(first));
        }
    }

    /** Removals carry the rates of the denser graph by its pseudo-inverse, and the rest is weighed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void removalsAndWeightsAreThoseOfTheDenserGraph(long seed) {
        Graph graph = TestGraphs.random(seed, 24, 0, 0.25, false);
        Features features = TestFeatures.binary(seed, 24, 6, 0.3); // with rows of zeros
        EditList edits = run(graph, features, new Options(0.2, 0.7, Weighting.UNBIASED, seed), Integer.MAX_VALUE);
        int added = (int) Math.round(0.2 * graph.edgeCount());
        int kept = (int) Math.round(0.7 * graph.edgeCount());
        int removed = graph.edgeCount() + added - kept;
        Graph dense = edits.prefix(added).applyTo(graph);
        assertThat(dense.edgeCount()).isEqualTo(graph.edgeCount() + added);
        double[] rates = rates(dense, features);
        for (int i = added; i < added + removed; i++) {
            assertThat(edits.get(i).kind()).isEqualTo(Edit.Kind.REMOVE);
            int e = dense.edgeBetween(edits.get(i).u(), edits.get(i).v());
            assertThat(edits.score(i).getAsDouble()).isCloseTo(rates[e], within(1e-9));
        }
        Graph after = edits.applyTo(graph);
        assertThat(after.edgeCount()).isEqualTo(kept);
        assertThat(edits.size()).isEqualTo(added + removed + 2 * kept);
        double[] factors = SamplingWeights.factors(rates, kept);
        int[] relations = edits.relationsAfter(graph);
        for (int e = 0; e < kept; e++) {
            int old = dense.edgeBetween(after.source(e), after.target(e));
            assertThat(after.weight(e)).isCloseTo(factors[old], within(1e-9));
            boolean original = graph.edgeBetween(after.source(e), after.target(e)) >= 0;
            assertThat(relations[e]).isEqualTo(original ? EditList.ORIGINAL : EditList.ADDED);
        }
        EditList roots = run(graph, features, new Options(0.2, 0.7, Weighting.ROOT, seed), Integer.MAX_VALUE);
        int last = roots.size() - 1;
        assertThat(roots.weight(last)).isCloseTo(Math.sqrt(edits.weight(last)), within(1e-12));
        assertThat(run(graph, features, new Options(0.2, 0.7, Weighting.NONE, seed), Integer.MAX_VALUE))
                .isEqualTo(edits.prefix(added + removed));
    }

    private static double[] rates(Graph dense, Features features) {
        RealMatrix inverse = DenseOracle.pseudoInverse(DenseOracle.laplacian(dense));
        FeatureRows rows = FeatureRows.of(features);
        double[] rates = new double[dense.edgeCount()];
        Arrays.setAll(rates, e -> {
            int u = dense.source(e);
            int v = dense.target(e);
            return (1.25 + rows.cosine(u, v) / 4) * DenseOracle.resistance(inverse, u, v);
        });
        return rates;
    }

    /**
     * A public program counts an old edge as two arcs and an added one as one. A path of four closed to a cycle has
     * four edges that nothing tells apart: all rates are 5/4 of 3/4.
     */
    @Test
    void anAddedEdgeIsAsGoodAsAnOldOne() {
        Graph path = TestGraphs.grid(1, 4);
        Options options = new Options(0.34, 1e-6, Weighting.NONE, 3);
        EditList edits = run(path, Features.none(4), options, Integer.MAX_VALUE);
        assertThat(edits.get(0)).isEqualTo(Edit.add(0, 3));
        assertThat(edits.size()).isEqualTo(4);
        for (int i = 1; i < 4; i++) {
            assertThat(edits.score(i).getAsDouble()).isCloseTo(1.25 * 0.75, within(1e-9));
        }
        int newOneStays = 0;
        for (int seed = 0; seed < 2000; seed++) {
            EditList drawn = run(path, Features.none(4), new Options(0.34, 1e-6, Weighting.NONE, seed), 9);
            newOneStays += drawn.applyTo(path).edgeBetween(0, 3) >= 0 ? 1 : 0;
        }
        assertThat(newOneStays / 2000.0).isCloseTo(0.25, within(0.03));
    }

    /** The exact probability of the race by simulation: weights keep the mean. */
    @Test
    void factorsAreInverseProbabilities() {
        double[] rates = {4, 1, 1, 0.25, 0.5, 2, 0.1};
        double[] factors = SamplingWeights.factors(rates, 4);
        assertThat(Arrays.stream(factors).map(x -> 1 / x).sum()).isCloseTo(4, within(1e-9));
        double time = -Math.log1p(-1 / factors[1]);
        for (int e = 0; e < rates.length; e++) {
            assertThat(1 / factors[e]).isCloseTo(1 - Math.exp(-time * rates[e]), within(1e-9));
        }
        assertThat(SamplingWeights.factors(rates, 7)).containsOnly(1);
    }

    @Test
    void disconnectedGraphsAreJoinedAndPrefixesNest() {
        Graph graph = TestGraphs.random(4, 24, 2, 0.09, false);
        assertThat(Components.of(graph).count()).isGreaterThan(2);
        Options options = new Options(0.3, 0.8, Weighting.UNBIASED, 2);
        Features features = TestFeatures.normal(2, 26, 3);
        EditList all = run(graph, features, options, Integer.MAX_VALUE);
        for (int count = 0; count < all.size(); count++) {
            EditList some = run(graph, features, options, count);
            assertThat(some.size()).isGreaterThanOrEqualTo(count - 1);
            assertThat(some).isEqualTo(all.prefix(some.size()));
            assertThat(some.applyTo(graph).edgeCount()).isPositive();
        }
        Graph dense = run(graph, features, options, (int) Math.round(0.3 * graph.edgeCount()))
                .applyTo(graph);
        assertThat(Components.of(dense).count()).isLessThan(Components.of(graph).count());
    }

    @Test
    void optionsOutsideTheirRangesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(-1, 1, Weighting.NONE, 0))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(1, 0, Weighting.NONE, 0))
                .withMessageContaining("0.0");
    }
}
