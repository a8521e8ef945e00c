package org.seprank.rewire.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.dataset.SparseFeatures;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Communities;
import org.seprank.rewire.TestFeatures;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.feature.SimilarityRewirer.Grouping;
import org.seprank.rewire.feature.SimilarityRewirer.Options;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class SimilarityRewirerTest {
    private static final int ALL = Integer.MAX_VALUE;

    private static EditList run(Graph graph, Features features, Options options, int count) {
        return new SimilarityRewirer(features, options).rewire(graph, count, Progress.none());
    }

    /** By the definition, dense. */
    private static double cosine(Features features, int u, int v) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int c = 0; c < features.columns(); c++) {
            product += (double) features.value(u, c) * features.value(v, c);
            first += (double) features.value(u, c) * features.value(u, c);
            second += (double) features.value(v, c) * features.value(v, c);
        }
        return first == 0 || second == 0 ? 0 : product / Math.sqrt(first * second);
    }

    /** An edit that a rule allows, and where its group has it in the order. */
    private record Ranked(Edit edit, double cosine, double place, int group) {}

    /** Everything at once from a dense table: edits of one kind by place k / share, groups by their first edge. */
    private static List<Edit> oracle(Graph graph, Features features, int[] communities, boolean near, Edit.Kind kind) {
        Map<String, Integer> groups = new TreeMap<>();
        List<List<Double>> cosines = new ArrayList<>();
        for (int e = 0; e < graph.edgeCount(); e++) {
            int group = groups.computeIfAbsent(key(communities, graph.source(e), graph.target(e)), k -> groups.size());
            if (group == cosines.size()) {
                cosines.add(new ArrayList<>());
            }
            cosines.get(group).add(cosine(features, graph.source(e), graph.target(e)));
        }
        List<List<Ranked>> lists = new ArrayList<>();
        cosines.forEach(one -> lists.add(new ArrayList<>()));
        for (int u = 0; u < graph.vertexCount(); u++) {
            for (int v = u + 1; v < graph.vertexCount(); v++) {
                int group = groups.getOrDefault(key(communities, u, v), -1);
                boolean edge = graph.edgeBetween(u, v) >= 0;
                if (group < 0 || edge != (kind == Edit.Kind.REMOVE) || (!edge && near && !twoHop(graph, u, v))) {
                    continue;
                }
                double mean = cosines.get(group).stream()
                        .mapToDouble(x -> x)
                        .average()
                        .orElseThrow();
                double cosine = cosine(features, u, v);
                if (edge ? cosine < mean - 1e-12 : cosine > mean + 1e-12) {
                    lists.get(group).add(new Ranked(new Edit(kind, u, v), cosine, 0, group));
                }
            }
        }
        return merged(lists, communities, kind);
    }

    private static List<Edit> merged(List<List<Ranked>> lists, int[] communities, Edit.Kind kind) {
        List<Ranked> all = new ArrayList<>();
        for (List<Ranked> list : lists) {
            list.sort(Comparator.comparingDouble(
                    ranked -> Math.rint((kind == Edit.Kind.ADD ? -1 : 1) * ranked.cosine() * 1e9)));
            for (int k = 0; k < list.size(); k++) {
                Ranked one = list.get(k);
                double share = size(communities, communities[one.edit().u()])
                        * size(communities, communities[one.edit().v()]);
                all.add(new Ranked(one.edit(), one.cosine(), (k + 1) / share, one.group()));
            }
        }
        all.sort(Comparator.comparingDouble(Ranked::place).thenComparingInt(Ranked::group));
        return all.stream().map(Ranked::edit).toList();
    }

    private static double size(int[] communities, int community) {
        return Arrays.stream(communities).filter(c -> c == community).count();
    }

    private static String key(int[] communities, int u, int v) {
        return Math.min(communities[u], communities[v]) + " " + Math.max(communities[u], communities[v]);
    }

    private static boolean twoHop(Graph graph, int u, int v) {
        for (int w = 0; w < graph.vertexCount(); w++) {
            if (w != u && w != v && graph.edgeBetween(u, w) >= 0 && graph.edgeBetween(v, w) >= 0) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void editsAreThoseOfADenseTable(long seed) {
        Graph graph = TestGraphs.random(seed, 22, 2, 0.2, false);
        Features features = seed % 2 == 0
                ? TestFeatures.normal(seed, 24, 4)
                : TestFeatures.binary(seed, 24, 7, 0.25); // rows of zeros, equal rows and equal cosines
        boolean near = seed % 4 < 2;
        for (Grouping grouping : Grouping.values()) {
            int[] communities = switch (grouping) {
                case NONE -> new int[24];
                case LOUVAIN -> Communities.louvain(graph, seed);
                case LEIDEN -> Communities.leiden(graph, seed);
            };
            List<Edit> additions = oracle(graph, features, communities, near, Edit.Kind.ADD);
            List<Edit> removals = oracle(graph, features, communities, near, Edit.Kind.REMOVE);
            assertThat(run(graph, features, new Options(1, near, grouping, seed), ALL)
                            .toList())
                    .as("%s", grouping)
                    .isEqualTo(additions);
            assertThat(run(graph, features, new Options(0, near, grouping, seed), ALL)
                            .toList())
                    .isEqualTo(removals);
            EditList both = run(graph, features, new Options(0.25, near, grouping, seed), ALL);
            assertThat(both.toList().stream()
                            .filter(edit -> edit.kind() == Edit.Kind.ADD)
                            .toList())
                    .isEqualTo(additions);
            assertThat(both.toList().stream()
                            .filter(edit -> edit.kind() == Edit.Kind.REMOVE)
                            .toList())
                    .isEqualTo(removals);
        }
    }

    @Test
    void theShareOfAdditionsHoldsInEveryPrefix() {
        Graph graph = TestGraphs.random(5, 40, 0, 0.2, false);
        Features features = TestFeatures.normal(5, 40, 4);
        for (double share : new double[] {0.2, 0.5, 0.8}) {
            EditList edits = run(graph, features, new Options(share, false, Grouping.NONE, 0), 60);
            for (int k = 1; k <= 60; k++) {
                assertThat((double) edits.prefix(k).additionCount()).isCloseTo(share * k, within(1.0));
            }
        }
    }

    @Test
    void scoresAreCosinesAndTheMeanOverEdgesGrows() {
        Graph graph = TestGraphs.random(6, 40, 0, 0.15, false);
        Features features = TestFeatures.normal(6, 40, 6);
        EditList edits = run(graph, features, new Options(0.5, false, Grouping.NONE, 0), 50);
        double before = mean(graph, features);
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            assertThat(edits.score(i).getAsDouble()).isCloseTo(cosine(features, edit.u(), edit.v()), within(1e-12));
            double after = mean(edits.prefix(i + 1).applyTo(graph), features);
            assertThat(after).isGreaterThan(before);
            before = after;
        }
    }

    private static double mean(Graph graph, Features features) {
        double sum = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            sum += cosine(features, graph.source(e), graph.target(e));
        }
        return sum / graph.edgeCount();
    }

    /**
     * A public program gives a pair of communities whose budget is 0 its whole list: two cliques of 12, a pair beside
     * them whose share is below 1 in 100.
     */
    @Test
    void aPairOfCommunitiesWithoutBudgetGetsNothing() {
        List<int[]> edges = new ArrayList<>();
        for (int first : new int[] {0, 12}) {
            for (int u = first; u < first + 12; u++) {
                for (int v = u + 1; v < first + 12; v++) {
                    if ((u + v) % 3 > 0) {
                        edges.add(new int[] {u, v});
                    }
                }
            }
        }
        edges.add(new int[] {24, 25});
        edges.add(new int[] {25, 26});
        Graph graph = Graph.undirected(27, edges.toArray(new int[0][]));
        float[] ones = new float[27 * 2];
        for (int v = 0; v < 27; v++) {
            ones[2 * v] = 1;
            ones[2 * v + 1] = v == 25 ? -1 : v % 5 * 0.2f;
        }
        Features features = DenseFeatures.over(27, 2, ones);
        Options options = new Options(1, false, Grouping.LOUVAIN, 0);
        EditList edits = run(graph, features, options, 20);
        assertThat(edits.size()).isEqualTo(20);
        assertThat(edits.toList()).noneMatch(edit -> edit.v() >= 24);
        assertThat(run(graph, features, options, 0).size()).isZero();
        assertThat(run(graph, features, options, ALL).toList()).contains(Edit.add(24, 26));
    }

    /** Public programs pair vertices with themselves within a community, and answer NaN where a row is 0. */
    @Test
    void noVertexIsPairedWithItselfAndRowsOfZerosAreLikeNoOther() {
        Graph graph = TestGraphs.cycle(8);
        Features features = TestFeatures.of(
                new double[] {0, 0},
                new double[] {1, 0},
                new double[] {0, 0},
                new double[] {1, 0},
                new double[] {1, 1},
                new double[] {0, 1},
                new double[] {0, 0},
                new double[] {0, 1});
        for (Grouping grouping : Grouping.values()) {
            EditList edits = run(graph, features, new Options(0.5, false, grouping, 1), ALL);
            assertThat(edits.size()).isPositive();
            for (int i = 0; i < edits.size(); i++) {
                assertThat(edits.get(i).u()).isNotEqualTo(edits.get(i).v());
                assertThat(edits.score(i).getAsDouble()).isBetween(-1.0, 1.0);
                boolean zero = List.of(0, 2, 6).contains(edits.get(i).u())
                        || List.of(0, 2, 6).contains(edits.get(i).v());
                assertThat(zero && edits.get(i).kind() == Edit.Kind.ADD).isFalse();
            }
        }
        Features zeros = SparseFeatures.over(8, 3, new int[9], new int[0], new float[0]);
        assertThat(run(graph, zeros, new Options(0.5, false, Grouping.NONE, 0), ALL)
                        .size())
                .isZero();
    }

    @Test
    void smallerCountsArePrefixesOnAnyNumberOfThreads() throws Exception {
        Graph graph = TestGraphs.hubs(3, 120, 3, false);
        Features features = TestFeatures.binary(3, 120, 9, 0.3);
        for (Grouping grouping : Grouping.values()) {
            for (boolean near : new boolean[] {false, true}) {
                Options options = new Options(0.6, near, grouping, 2);
                EditList all = Parallel.of(5).call(() -> run(graph, features, options, 2000));
                assertThat(Parallel.single().call(() -> run(graph, features, options, 2000)))
                        .isEqualTo(all);
                for (int count = 0; count < 2000; count += 97) {
                    assertThat(run(graph, features, options, count)).isEqualTo(all.prefix(Math.min(count, all.size())));
                }
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedInALine() {
        Options options = new Options(0.5, false, Grouping.NONE, 0);
        Graph directed = TestGraphs.random(1, 8, 0, 0.3, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(directed, TestFeatures.normal(1, 8, 2), options, 3))
                .withMessageContaining("directed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(TestGraphs.cycle(9), TestFeatures.normal(1, 8, 2), options, 3))
                .withMessage("features of 8 vertices do not fit a graph with 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(1.5, false, Grouping.NONE, 0))
                .withMessageContaining("1.5");
    }

    @Test
    void largeGraphsAreRefusedWithAnEstimateAndARemedy() {
        int n = 400_000;
        Graph graph = TestGraphs.cycle(n);
        int[] offsets = new int[n + 1];
        Arrays.setAll(offsets, v -> v);
        float[] values = new float[n];
        Arrays.fill(values, 1);
        Features features = SparseFeatures.over(n, 1, offsets, new int[n], values);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(graph, features, new Options(0.5, false, Grouping.NONE, 0), 3))
                .withMessageContaining("about 320 seconds")
                .withMessageContaining("candidates=two-hop");
        assertThat(run(graph, features, new Options(1, true, Grouping.NONE, 0), 3)
                        .size())
                .isZero();
    }
}
