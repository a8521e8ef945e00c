package org.seprank.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.RandomProblems;
import org.seprank.separation.SeparationProblem;

class WalkIndexAlongTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 64})
    void itIsTheWalkIndexOfTheGraphThatIsLeft(int depth) {
        SplittableRandom random = new SplittableRandom(depth);
        for (SeparationProblem problem : RandomProblems.of(40, 9, depth)) {
            Graph graph = problem.graph();
            int[] order = shuffled(graph.edgeCount(), random);
            int[] removals = IntStream.rangeClosed(0, order.length).toArray();
            BigInteger[] along =
                    WalkIndexAlong.of(graph, problem.partition(), problem.target(), depth, order, removals);
            for (int k : removals) {
                BitSet removed = new BitSet();
                Arrays.stream(order, 0, k).forEach(removed::set);
                assertThat(along[k])
                        .as(problem + " without " + removed)
                        .isEqualTo(WalkIndex.of(graph.without(removed), problem.partition(), problem.target(), depth));
            }
        }
    }

    @Test
    void anEdgeIsRemovedOnce() {
        Graph path = Graph.undirected(3, new int[][] {{0, 1}, {1, 2}});
        assertThatThrownBy(() ->
                        WalkIndexAlong.of(path, VertexSet.of(3, 0), Target.graph(), 2, new int[] {1, 1}, new int[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edge 1 is removed twice");
    }

    private static int[] shuffled(int m, SplittableRandom random) {
        int[] order = IntStream.range(0, m).toArray();
        for (int i = m - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
