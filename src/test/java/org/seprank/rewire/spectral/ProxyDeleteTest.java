package org.seprank.rewire.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.RandomSparsifier;
import org.seprank.work.Progress;

class ProxyDeleteTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyRemovalIsTheBestThatSplitsNothing(long seed) {
        Graph graph = TestGraphs.random(seed, 24, 2, 0.12 + 0.03 * seed, false);
        int parts = Components.of(graph).count();
        Graph now = graph;
        for (Edit edit : new ProxyDelete(3, RemovalRules.defaults().withChunk(1)).sparsify(graph, Budget.remove(12))) {
            FiedlerVector fiedler = FiedlerVector.withinComponents(now, 3);
            double best = Double.NEGATIVE_INFINITY;
            for (int e = 0; e < now.edgeCount(); e++) {
                if (Components.of(without(now, e)).count() == parts) {
                    best = Math.max(best, gain(now, fiedler, e));
                }
            }
            int removed = now.edgeBetween(edit.u(), edit.v());
            assertThat(gain(now, fiedler, removed)).isCloseTo(best, within(1e-10));
            now = without(now, removed);
            assertThat(Components.of(now).count()).isEqualTo(parts);
        }
    }

    private static double gain(Graph graph, FiedlerVector fiedler, int e) {
        double fu = fiedler.potentials()[graph.source(e)];
        double fv = fiedler.potentials()[graph.target(e)];
        return fiedler.eigenvalue() * (fu * fu + fv * fv) - (fu - fv) * (fu - fv);
    }

    private static Graph without(Graph graph, int edge) {
        BitSet one = new BitSet();
        one.set(edge);
        return graph.without(one);
    }

    /**
     * The gain is minus the derivative of the gap along the weight of the edge: what the first bit of a removal does.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theGainIsWhatASmallLossOfWeightGains(long seed) {
        Graph graph = TestGraphs.random(seed, 14, 0, 0.4, false);
        FiedlerVector fiedler = FiedlerVector.of(graph, 1);
        double step = 1e-5;
        for (int e = 0; e < graph.edgeCount(); e++) {
            double gained = DenseOracle.weightedGap(graph, graph.edge(e), -step)
                    - DenseOracle.weightedGap(graph, graph.edge(e), step);
            assertThat(gain(graph, fiedler, e)).isCloseTo(gained / (2 * step), within(1e-6));
        }
    }

    /**
     * Braess's paradox: fewer edges, faster mixing, while as many random removals slow it down. By how much it rises is
     * no law: a full removal is more than its first order, and the next eigenvalues of a random graph are near.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void removalsRaiseTheGapAndRandomOnesLowerIt(long seed) {
        Graph graph = TestGraphs.random(seed, 60, 0, 0.2, false);
        double before = DenseOracle.normalisedSpectrum(graph)[1];
        RemovalRules connected = RemovalRules.defaults().withKeepConnected(true);
        assertThat(gapAfter(new ProxyDelete(3, RemovalRules.defaults().withChunk(1)), graph))
                .isGreaterThan(before);
        double mean = 0;
        for (long other = 0; other < 10; other++) {
            mean += gapAfter(new RandomSparsifier(other, connected), graph) / 10;
        }
        assertThat(mean).isLessThan(before);
    }

    private static double gapAfter(Sparsifier method, Graph graph) {
        return DenseOracle.normalisedSpectrum(
                method.sparsify(graph, Budget.remove(20)).applyTo(graph))[1];
    }

    @ParameterizedTest
    @CsvSource({"1, 17", "5, 17", "5, 20", "100, 31"})
    void ordersResumeAndHavePrefixes(int period, int cut) {
        Graph graph = TestGraphs.random(7, 30, 1, 0.2, false);
        ProxyDelete method = new ProxyDelete(3, RemovalRules.defaults().withChunk(period));
        EditList all = method.sparsify(graph, Budget.all());
        Components parts = Components.of(graph);
        assertThat(all.size()).isEqualTo(graph.edgeCount() - graph.vertexCount() + parts.count());
        assertThat(Components.of(all.applyTo(graph)).count()).isEqualTo(parts.count());
        assertThat(method.sparsify(graph, Budget.remove(cut))).isEqualTo(all.prefix(cut));
        Sparsification rest = Sparsification.of(graph, Budget.all()).resuming(all.prefix(cut));
        assertThat(method.sparsify(rest, EditSink.none(), Progress.none())).isEqualTo(all);
    }

    @Test
    void thePeriodMatters() {
        Graph graph = TestGraphs.random(7, 30, 1, 0.2, false);
        assertThat(new ProxyDelete(3, RemovalRules.defaults().withChunk(1)).sparsify(graph, Budget.remove(20)))
                .isNotEqualTo(
                        new ProxyDelete(3, RemovalRules.defaults().withChunk(20)).sparsify(graph, Budget.remove(20)));
    }

    @Test
    void treesKeepAllEdges() {
        Graph tree = TestGraphs.hubs(3, 20, 1, false);
        assertThat(new ProxyDelete(1L, RemovalRules.defaults()).sparsify(tree, Budget.all()))
                .isEqualTo(EditList.empty());
        Graph arc = Graph.directed(2, new int[][] {{0, 1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProxyDelete(1, RemovalRules.defaults().withChunk(1)).sparsify(arc, Budget.all()));
    }
}
