package org.seprank.rewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.rewire.backbone.AlgebraicDistance;
import org.seprank.rewire.backbone.DegreeSampling;
import org.seprank.rewire.backbone.Disparity;
import org.seprank.rewire.backbone.EdgeLengths;
import org.seprank.rewire.backbone.MetricBackbone;
import org.seprank.rewire.backbone.Quadrangles;
import org.seprank.rewire.backbone.RandomVertexEdges;
import org.seprank.rewire.backbone.Simmelian;
import org.seprank.rewire.backbone.SpanningTrees;
import org.seprank.rewire.backbone.UltrametricBackbone;
import org.seprank.rewire.curvature.AugmentedForman;
import org.seprank.rewire.curvature.AugmentedFormanRewirer;
import org.seprank.rewire.curvature.BalancedForman;
import org.seprank.rewire.curvature.BatchOllivierRicci;
import org.seprank.rewire.curvature.JostLiuScore;
import org.seprank.rewire.curvature.StochasticDiscreteRicciFlow;
import org.seprank.rewire.diffusion.DiffusionKernel;
import org.seprank.rewire.diffusion.DiffusionRewirer;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.exchange.LocalFlip;
import org.seprank.rewire.exchange.RandomAddition;
import org.seprank.rewire.exchange.RandomSwaps;
import org.seprank.rewire.feature.DelaunayRewirer;
import org.seprank.rewire.feature.JointDenoising;
import org.seprank.rewire.feature.SimilarityRewirer;
import org.seprank.rewire.feature.StochasticJostLiu;
import org.seprank.rewire.removal.RandomSparsifier;
import org.seprank.rewire.resistance.DensifyThenSparsify;
import org.seprank.rewire.resistance.ResistanceExchange;
import org.seprank.rewire.score.Betweenness;
import org.seprank.rewire.score.DegreeScoreSparsifier;
import org.seprank.rewire.score.ForestFire;
import org.seprank.rewire.score.KNeighbour;
import org.seprank.rewire.score.LocalFilter;
import org.seprank.rewire.score.LocalRank;
import org.seprank.rewire.score.ScoreSparsifier;
import org.seprank.rewire.score.Similarity;
import org.seprank.rewire.score.Spanner;
import org.seprank.rewire.score.SpanningForest;
import org.seprank.rewire.spectral.FirstOrderSpectralRewirer;
import org.seprank.rewire.spectral.ProxyAdd;
import org.seprank.rewire.spectral.ProxyDelete;
import org.seprank.rewire.spectral.ResistanceSparsifier;
import org.seprank.rewire.spectral.TotalResistanceRewirer;
import org.seprank.rewire.structure.ExpanderRewirer;
import org.seprank.rewire.structure.HalfHop;
import org.seprank.rewire.structure.LocalitySnapshots;
import org.seprank.rewire.structure.VirtualVertex;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/** What holds for every method there is: prefixes, seeds, threads, isolated vertices, directions, cancelling. */
class MethodLawsTest {
    private static final Progress STOPPED = new Progress() {
        @Override
        public void start(String what, long total) {}

        @Override
        public void advanceTo(long done) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    static List<Rewirer> rewirers() {
        var pageRank = new DiffusionKernel.PersonalisedPageRank(0.15);
        return List.of(
                FirstOrderSpectralRewirer.converged(1),
                new ProxyAdd(1, 1),
                new ProxyAdd(7, 1),
                new TotalResistanceRewirer(),
                new StochasticDiscreteRicciFlow(1, 1, 0.5, BalancedForman.Variant.PAPER),
                new StochasticDiscreteRicciFlow(1, 1, 0.5, BalancedForman.Variant.MATRIX),
                new BatchOllivierRicci(3, 2),
                new AugmentedFormanRewirer(AugmentedForman.TRIANGLES, 1),
                new AugmentedFormanRewirer(AugmentedForman.FOUR_CYCLES, 1),
                new RandomAddition(1),
                new RandomSwaps(1),
                new LocalFlip(false, 1),
                new LocalFlip(true, 1),
                new DiffusionRewirer(pageRank, 4),
                new DiffusionRewirer(pageRank, 1000),
                new DiffusionRewirer(new DiffusionKernel.Heat(5), 6),
                new VirtualVertex(2),
                new HalfHop(0.5, 0.7, 1),
                new ExpanderRewirer(false),
                new ExpanderRewirer(true),
                new ResistanceExchange(),
                described(SimilarityRewirer.Grouping.NONE),
                described(SimilarityRewirer.Grouping.LOUVAIN),
                described(features ->
                        new StochasticJostLiu(features, new StochasticJostLiu.Options(0.5, 1, 0.5, 0.5, 1))),
                described(features -> new DensifyThenSparsify(
                        features, new DensifyThenSparsify.Options(0.1, 1, DensifyThenSparsify.Weighting.UNBIASED, 1))),
                described(DelaunayRewirer::new),
                described(features ->
                        new JointDenoising(features, new JointDenoising.Options(2, 6, 4, 0.3, 0.3, false, 0))),
                new LocalitySnapshots(LocalitySnapshots.Options.defaults(), 1));
    }

    /** With as many rows of features as the graph has vertices. */
    private static Rewirer described(SimilarityRewirer.Grouping grouping) {
        return described(
                features -> new SimilarityRewirer(features, new SimilarityRewirer.Options(0.5, false, grouping, 1)));
    }

    private static Rewirer described(Function<Features, Rewirer> method) {
        return (graph, count, progress) ->
                method.apply(TestFeatures.normal(7, graph.vertexCount(), 4)).rewire(graph, count, progress);
    }

    static List<Sparsifier> sparsifiers() {
        return List.of(
                new RandomSparsifier(1, RemovalRules.defaults()),
                new ResistanceSparsifier(1, RemovalRules.defaults()),
                new ProxyDelete(1, RemovalRules.defaults().withChunk(5)),
                new DegreeScoreSparsifier(0.05, RemovalRules.defaults()),
                new ScoreSparsifier(LocalRank.DEGREE, RemovalRules.defaults()),
                new ScoreSparsifier(LocalRank.SIMILARITY, RemovalRules.defaults()),
                new ScoreSparsifier(Similarity.TRIANGLES, RemovalRules.defaults()),
                new ScoreSparsifier(Similarity.JACCARD, RemovalRules.defaults()),
                new ScoreSparsifier(Similarity.SCAN, RemovalRules.defaults()),
                new ScoreSparsifier(new JostLiuScore(false), RemovalRules.defaults()),
                new ScoreSparsifier(new ForestFire(0.6, 5, 1), RemovalRules.defaults()),
                new ScoreSparsifier(new KNeighbour(1), RemovalRules.defaults()),
                new ScoreSparsifier(new Spanner(2), RemovalRules.defaults()),
                new ScoreSparsifier(new SpanningForest(1), RemovalRules.defaults()),
                new ScoreSparsifier(new Betweenness(true), RemovalRules.defaults()),
                new ScoreSparsifier(Similarity.CHANCE, RemovalRules.defaults()),
                new ScoreSparsifier(new LocalFilter(new Betweenness(false)), RemovalRules.defaults()),
                new ScoreSparsifier(new Disparity(), RemovalRules.defaults()),
                new ScoreSparsifier(new MetricBackbone(EdgeLengths.DISTANCE), RemovalRules.defaults()),
                new ScoreSparsifier(new UltrametricBackbone(EdgeLengths.DISTANCE), RemovalRules.defaults()),
                new ScoreSparsifier(new Simmelian(Similarity.TRIANGLES, 0), RemovalRules.defaults()),
                new ScoreSparsifier(new Simmelian(new Quadrangles(), 5), RemovalRules.defaults()),
                new ScoreSparsifier(new AlgebraicDistance(10, 30, 0.5, 2, 1), RemovalRules.defaults()),
                new ScoreSparsifier(new RandomVertexEdges(0.8, 1), RemovalRules.defaults()),
                new ScoreSparsifier(new DegreeSampling(1), RemovalRules.defaults()),
                new ScoreSparsifier(new SpanningTrees(5, 1), RemovalRules.defaults()));
    }

    /** Isolated vertices at the end, and a vertex of degree 1. */
    private static Graph graph(boolean directed) {
        return TestGraphs.random(3, 30, 4, 0.15, directed);
    }

    @ParameterizedTest
    @MethodSource("rewirers")
    void rewiringsNestAndKeepIsolatedVertices(Rewirer method) {
        Graph graph = graph(false);
        EditList all = method.rewire(graph, 60, Progress.none());
        assertThat(all.size()).isBetween(1, 60);
        for (int count = 0; count < 60; count += 7) {
            EditList some = method.rewire(graph, count, Progress.none());
            assertThat(some.size()).isBetween(Math.min(all.size(), count) - 3, count);
            assertThat(some).isEqualTo(all.prefix(some.size()));
        }
        Graph after = all.applyTo(graph);
        assertThat(after.vertexCount())
                .isEqualTo(graph.vertexCount() + all.vertices().size());
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.weight(i)).isFinite().isPositive();
            assertThat(all.get(i).u()).isNotEqualTo(all.get(i).v());
        }
    }

    @ParameterizedTest
    @MethodSource("rewirers")
    void countsBelowZeroAreNamed(Rewirer method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.rewire(graph(false), -1, Progress.none()))
                .withMessageContaining("-1");
    }

    @ParameterizedTest
    @MethodSource("rewirers")
    void rewiringsAreTheSameOnAnyNumberOfThreads(Rewirer method) {
        Graph graph = TestGraphs.hubs(2, 150, 2, false);
        assertThat(Parallel.of(1).call(() -> method.rewire(graph, 40, Progress.none())))
                .isEqualTo(Parallel.of(5).call(() -> method.rewire(graph, 40, Progress.none())));
    }

    @ParameterizedTest
    @MethodSource("rewirers")
    void directionsAreKeptOrRefusedInOneLine(Rewirer method) {
        Graph directed = graph(true);
        IllegalArgumentException refusal = catchThrowableOfType(IllegalArgumentException.class, () -> {
            EditList rewiring = method.rewire(directed, 40, Progress.none());
            assertThat(rewiring.applyTo(directed).directed()).isTrue();
            assertThat(rewiring.size()).isPositive();
        });
        if (refusal != null) {
            assertThat(refusal).hasMessageContaining("directed").message().doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @MethodSource("rewirers")
    void stoppedWorkIsAPrefixAndGraphsWithoutEdgesAreNoFailure(Rewirer method) {
        Graph graph = graph(false);
        EditList stopped = method.rewire(graph, 40, STOPPED);
        assertThat(method.rewire(graph, 40, Progress.none()).prefix(stopped.size()))
                .isEqualTo(stopped);
        for (int n = 0; n < 4; n++) {
            Graph empty = Graph.undirected(n, new int[0][]);
            EditList rewiring = method.rewire(empty, 5, Progress.none());
            assertThat(rewiring.applyTo(empty).edgeCount()).isEqualTo(rewiring.size());
        }
    }

    @ParameterizedTest
    @MethodSource("sparsifiers")
    void removalsNestAndDoNotDependOnThreads(Sparsifier method) {
        Graph graph = graph(false);
        EditList all = Parallel.of(5).call(() -> method.sparsify(graph, Budget.all()));
        assertThat(Parallel.of(1).call(() -> method.sparsify(graph, Budget.all())))
                .isEqualTo(all);
        assertThat(all.applyTo(graph).vertexCount()).isEqualTo(graph.vertexCount());
        for (int count = 0; count < all.size(); count += 9) {
            assertThat(method.sparsify(graph, Budget.remove(count))).isEqualTo(all.prefix(count));
            Sparsification rest = Sparsification.of(graph, Budget.all()).resuming(all.prefix(count));
            assertThat(method.sparsify(rest, EditSink.none(), Progress.none())).isEqualTo(all);
        }
        EditList stopped = method.sparsify(Sparsification.of(graph, Budget.all()), EditSink.none(), STOPPED);
        assertThat(stopped).isEqualTo(all.prefix(stopped.size()));
        for (int n = 0; n < 3; n++) {
            Graph empty = Graph.undirected(n, new int[0][]);
            assertThat(method.sparsify(empty, Budget.all())).isEqualTo(EditList.empty());
        }
    }

    @ParameterizedTest
    @MethodSource("sparsifiers")
    void directedRemovalsAreAnOrderOrRefusedInOneLine(Sparsifier method) {
        Graph directed = graph(true);
        IllegalArgumentException refusal = catchThrowableOfType(
                IllegalArgumentException.class,
                () -> assertThat(method.sparsify(directed, Budget.all()).size()).isEqualTo(directed.edgeCount()));
        if (refusal != null) {
            assertThat(refusal).hasMessageContaining("directed").message().doesNotContain("\n");
        }
    }

    /** A list of another seed is recognised from its first edit on, not taken for granted. */
    @Test
    void listsOfOtherSeedsAreNotContinued() {
        Graph graph = graph(false);
        Sparsification task = Sparsification.of(graph, Budget.all());
        for (Sparsifier method : List.of(
                new RandomSparsifier(1, RemovalRules.defaults()),
                new ResistanceSparsifier(1, RemovalRules.defaults()))) {
            for (Sparsifier other : List.of(
                    new RandomSparsifier(2, RemovalRules.defaults()),
                    new ResistanceSparsifier(2, RemovalRules.defaults()))) {
                Sparsification resumed = task.resuming(other.sparsify(graph, Budget.remove(9)));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> method.sparsify(resumed, EditSink.none(), Progress.none()))
                        .withMessageContaining("decided edit");
            }
        }
    }
}
