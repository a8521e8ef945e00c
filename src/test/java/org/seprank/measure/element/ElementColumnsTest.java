package org.seprank.measure.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.GraphReview;
import org.seprank.measure.Group;
import org.seprank.measure.Measure;
import org.seprank.measure.MeasureOptions;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.rewire.catalogue.Request;
import org.seprank.rewire.edit.EditList;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

class ElementColumnsTest {
    private static final double TOLERANCE = 1e-9;
    private static final MeasureOptions ALL = MeasureOptions.seeded(0);

    private static Graph family(String words) {
        return GraphFamily.parse("family:" + words, 1);
    }

    private static double[] edges(Graph graph, MeasureOptions options, String name) {
        return values(
                EdgeColumns.of(graph, Labels.missing(graph.vertexCount()), options, Progress.none()),
                name,
                graph.edgeCount());
    }

    private static double[] vertices(Graph graph, MeasureOptions options, String name) {
        return values(
                VertexColumns.of(graph, Labels.missing(graph.vertexCount()), options, Progress.none()),
                name,
                graph.vertexCount());
    }

    private static double[] values(List<ElementColumn> columns, String name, int count) {
        ElementColumn column = columns.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " among "
                        + columns.stream().map(ElementColumn::name).toList()));
        assertThat(column.missing()).as(name).isEmpty();
        return IntStream.range(0, count)
                .mapToDouble(i -> column.values().apply(i).doubleValue())
                .toArray();
    }

    /** In K_n every edge is alike. */
    @ParameterizedTest
    @CsvSource({
        "triangles, 4",
        "jaccard_similarity, 0.6666666666666666",
        "betweenness, 1",
        "effective_resistance, 0.3333333333333333",
        "degree_of_source, 5",
        "ollivier_ricci_curvature, 0.8",
        "afr_3_curvature, 6"
    })
    void edgesOfACompleteGraph(String name, double value) {
        for (double one : edges(family("complete,n=6"), ALL, name)) {
            assertThat(one).isCloseTo(value, within(TOLERANCE));
        }
    }

    @Test
    void edgesOfAPath() {
        int n = 7;
        Graph path = family("path,n=" + n);
        double[] betweenness = edges(path, ALL, "betweenness");
        double[] resistance = edges(path, ALL, "effective_resistance");
        for (int e = 0; e < n - 1; e++) {
            assertThat(betweenness[e]).isCloseTo((e + 1) * (n - 1.0 - e), within(TOLERANCE));
            assertThat(resistance[e]).isCloseTo(1, within(TOLERANCE));
        }
    }

    /** Unit resistors round a cycle: d beside n - d steps in parallel. */
    @Test
    void verticesOfACycle() {
        int n = 8;
        Graph cycle = family("cycle,n=" + n);
        double mean = (n + 1) / 6.0;
        for (int v = 0; v < n; v++) {
            assertThat(vertices(cycle, ALL, "mean_effective_resistance")[v]).isCloseTo(mean, within(TOLERANCE));
            assertThat(vertices(cycle, ALL, "mean_commute_time")[v]).isCloseTo(2 * n * mean, within(TOLERANCE));
            assertThat(vertices(cycle, ALL, "eccentricity")[v]).isEqualTo(4);
            assertThat(vertices(cycle, ALL, "mean_distance")[v]).isCloseTo(16 / 7.0, within(TOLERANCE));
            assertThat(vertices(cycle, ALL, "receptive_field depth 2")[v]).isEqualTo(5);
            assertThat(vertices(cycle, ALL, "walk_index_of_v depth 3")[v]).isEqualTo(7);
            assertThat(vertices(cycle, ALL, "walk_index_of_v_for_the_graph depth 3")[v])
                    .isEqualTo(27);
            assertThat(vertices(cycle, ALL, "component")[v]).isZero();
        }
    }

    @Test
    void verticesOfATriangleAndAnIsolatedOne() {
        Graph graph = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {0, 2}});
        assertThat(vertices(graph, ALL, "triangles")).containsExactly(1, 1, 1, 0);
        assertThat(vertices(graph, ALL, "local_clustering")).containsExactly(1, 1, 1, 0);
        assertThat(vertices(graph, ALL, "component")).containsExactly(0, 0, 0, 1);
        assertThat(vertices(graph, ALL, "mean_distance")).containsExactly(1, 1, 1, Double.NaN);
        assertThat(vertices(graph, ALL, "mean_effective_resistance")[3]).isNaN();
    }

    /** Rows of {@code Â} of a path of two: all 1/2. */
    @Test
    void influenceIsThatOnTheTarget() {
        MeasureOptions onFirst = ALL.withQuestion(new MeasureOptions.Question(List.of(), Target.vertex(0), 8, 16));
        assertThat(vertices(family("path,n=2"), onFirst, "influence_on_0 depth 3"))
                .containsExactly(new double[] {0.5, 0.5}, within(TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lossesAreDifferencesOfWalkIndices(long seed) {
        Graph graph = GraphFamily.parse("family:erdos-renyi,n=9,p=0.4", seed);
        VertexSet side = VertexSet.of(9, 0, 1, 2, 3);
        Target target = Target.graph();
        MeasureOptions options =
                ALL.withQuestion(new MeasureOptions.Question(List.of(new Partition("I", side)), target, 8, 16));
        for (int depth = 1; depth <= 3; depth++) {
            double[] losses = edges(graph, options, "walk_index_loss I depth " + depth);
            for (int e = 0; e < losses.length; e++) {
                BitSet one = new BitSet();
                one.set(e);
                assertThat(losses[e])
                        .as("edge " + e + " depth " + depth + " seed " + seed)
                        .isEqualTo(WalkIndex.of(graph, side, target, depth)
                                .subtract(WalkIndex.of(graph.without(one), side, target, depth))
                                .doubleValue());
            }
        }
    }

    /** The means over all elements are those that measure says. */
    @ParameterizedTest
    @CsvSource({
        "curvature, balanced Forman curvature, balanced_forman_curvature, true",
        "curvature, AFR-3 curvature, afr_3_curvature, true",
        "curvature, AFR-4 curvature, afr_4_curvature, true",
        "curvature, Ollivier-Ricci curvature, ollivier_ricci_curvature, true",
        "degrees, degree, degree, false",
        "reach, 'receptive field, depth 2', receptive_field depth 2, false"
    })
    void meansAreThoseOfMeasure(String group, String measure, String column, boolean ofEdges) {
        Graph graph = family("erdos-renyi,n=40,p=0.15");
        MeasureOptions options = ALL.withGroups(
                        Set.of(Group.parse(group).iterator().next()))
                .withDepths(new MeasureOptions.Depths(2, 2));
        Measure whole = GraphReview.of(graph, Labels.missing(40), options, Progress.none())
                .named(measure)
                .orElseThrow();
        double[] values = ofEdges ? edges(graph, options, column) : vertices(graph, options, column);
        assertThat(IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow())
                .isCloseTo(whole.distribution().mean(), within(TOLERANCE));
    }

    /** What proxy-delete removes first has the largest gain, and says so. */
    @Test
    void gainsOfTheGapAreTheScoresOfProxyDelete() {
        Graph graph = family("erdos-renyi,n=40,p=0.15");
        double[] gains = edges(graph, ALL, "spectral_gap_gain_without");
        EditList first = Methods.named("proxy-delete").rewire(Request.of(graph, Budget.remove(1)));
        int e = graph.edgeBetween(first.get(0).u(), first.get(0).v());
        assertThat(gains[e]).isCloseTo(first.score(0).orElseThrow(), within(TOLERANCE));
    }

    @Test
    void labelsTellEndsApart() {
        Graph path = family("path,n=4");
        Labels labels = Labels.of(0, 0, 1, Labels.MISSING);
        List<ElementColumn> edges = EdgeColumns.of(path, labels, ALL, Progress.none());
        assertThat(values(edges, "same_label", 3)).containsExactly(1, 0, Double.NaN);
        List<ElementColumn> vertices = VertexColumns.of(path, labels, ALL, Progress.none());
        assertThat(values(vertices, "same_label_share", 4)).containsExactly(1, 0.5, 0, Double.NaN);
    }

    @Test
    void directedGraphsSayWhatTheyDoNotHave() {
        Graph arcs = Graph.directed(3, new int[][] {{0, 1}, {1, 2}});
        List<ElementColumn> all = new ArrayList<>(EdgeColumns.of(arcs, Labels.missing(3), ALL, Progress.none()));
        all.addAll(VertexColumns.of(arcs, Labels.missing(3), ALL, Progress.none()));
        for (String name :
                List.of("effective_resistance", "afr_3_curvature", "mean_commute_time", "jaccard_similarity")) {
            assertThat(all).anySatisfy(column -> {
                assertThat(column.name()).isEqualTo(name);
                assertThat(column.missing()).isEqualTo("not defined for directed graphs");
            });
        }
        assertThat(values(all, "in_degree_of_target", 2)).containsExactly(1, 1);
    }
}
