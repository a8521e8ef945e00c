package org.seprank.rewire.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.curvature.numeric.GaussianMixture;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

class AugmentedFormanRewirerTest {
    private static EditList rewire(AugmentedForman curvature, Graph graph, long seed, int count) {
        return new AugmentedFormanRewirer(curvature, seed).rewire(graph, count, Progress.none());
    }

    @Test
    void theBridgeOfABarbellGetsATriangle() {
        Graph graph = BalancedFormanTest.barbell(); // the bridge has -6, other edges 4 or more
        EditList rewiring = rewire(AugmentedForman.TRIANGLES, graph, 3, 1000);
        List<Edit> additions = rewiring.toList().stream()
                .filter(edit -> edit.kind() == Edit.Kind.ADD)
                .toList();
        Edit only = additions.get(0);
        assertThat(additions).hasSize(1);
        assertThat(only.u()).isEqualTo(5);
        assertThat(only.v()).isLessThan(4);
        assertThat(rewiring.relation(rewiring.size() - 1)).isEqualTo(1);
    }

    @Test
    void editsGoByTheThresholdsInTheStatedOrder() {
        for (long seed = 0; seed < 20; seed++) {
            AugmentedForman curvature = seed % 2 == 0 ? AugmentedForman.TRIANGLES : AugmentedForman.FOUR_CYCLES;
            Graph graph = TestGraphs.hubs(seed, 40, 3, false);
            long[] values = curvature.all(graph);
            GaussianMixture mixture = GaussianMixture.fit(values);
            EditList edits = rewire(curvature, graph, seed, Integer.MAX_VALUE);
            int removals = edits.size() - edits.additionCount();
            long last = Long.MAX_VALUE;
            for (int i = 0; i < removals; i++) {
                assertThat(edits.get(i).kind()).isEqualTo(Edit.Kind.REMOVE);
                long value =
                        values[graph.edgeBetween(edits.get(i).u(), edits.get(i).v())];
                assertThat((double) value).isGreaterThan(mixture.above());
                assertThat(value).isLessThanOrEqualTo(last);
                last = value;
            }
            long above = Arrays.stream(values).filter(x -> x > mixture.above()).count();
            long below =
                    Arrays.stream(values).filter(x -> x < mixture.between()).count();
            assertThat(removals).isEqualTo((int) above);
            assertThat(edits.additionCount()).isBetween(1, (int) below);
            assertThat(edits.applyTo(graph).vertexCount()).isEqualTo(40);
        }
    }

    @Test
    void anAdditionClosesATriangleOverItsEdge() {
        Graph graph = TestGraphs.hubs(8, 30, 1, false);
        EditList rewiring = rewire(AugmentedForman.TRIANGLES, graph, 1, Integer.MAX_VALUE);
        Edit first = rewiring.toList().stream()
                .filter(edit -> edit.kind() == Edit.Kind.ADD)
                .findFirst()
                .orElseThrow();
        long common = IntStream.range(0, 30)
                .filter(x -> graph.edgeBetween(first.u(), x) >= 0 && graph.edgeBetween(first.v(), x) >= 0)
                .count();
        assertThat(common).isPositive();
    }

    @Test
    void fewerEditsAreAPrefixAndSeedsReplay() {
        Graph graph = TestGraphs.hubs(4, 60, 3, false);
        AugmentedForman curvature = AugmentedForman.TRIANGLES;
        EditList all = rewire(curvature, graph, 9, Integer.MAX_VALUE);
        assertThat(all.size()).isGreaterThan(10);
        for (int count = 0; count < all.size(); count += 3) {
            assertThat(rewire(curvature, graph, 9, count)).isEqualTo(all.prefix(count));
        }
        assertThat(rewire(curvature, graph, 10, Integer.MAX_VALUE)).isNotEqualTo(all);
    }

    @Test
    void graphsOfEqualEdgesAreLeftAlone() {
        for (Graph graph : List.of(
                TestGraphs.clique(5),
                TestGraphs.cycle(7),
                TestGraphs.star(1),
                GraphBuilder.over(3, false).build(),
                GraphBuilder.over(0, false).build())) {
            assertThat(rewire(AugmentedForman.FOUR_CYCLES, graph, 0, 9)).isEqualTo(EditList.empty());
        }
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rewire(AugmentedForman.TRIANGLES, TestGraphs.cycle(4), 0, -2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rewire(AugmentedForman.TRIANGLES, TestGraphs.small(1, true), 0, 1))
                .withMessageContaining("undirected");
    }
}
