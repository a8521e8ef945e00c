package org.seprank.rewire.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.work.Progress;

class RandomVertexEdgesTest {
    private static final int SEEDS = 20_000;

    private static double[] scores(double ratio, long seed, Graph graph) {
        return new RandomVertexEdges(ratio, seed).scores(graph, Progress.none());
    }

    @Test
    void scoresArePlacesInASequence() {
        for (int seed = 0; seed < 20; seed++) {
            Graph graph = TestGraphs.small(seed, seed % 2 == 0);
            double[] sorted = scores(seed / 19.0, seed, graph);
            Arrays.sort(sorted);
            for (int i = 0; i < sorted.length; i++) {
                assertThat(sorted[i]).isEqualTo((double) i / sorted.length);
            }
        }
    }

    /** The path 0-1-2-3 with a vertex alone: 3/8, 2/8 and 3/8 by a random vertex, 1/3 each by a random edge. */
    @Test
    void theFirstEdgeIsOneOfARandomVertexOrAny() {
        Graph path = Graph.undirected(5, new int[][] {{0, 1}, {1, 2}, {2, 3}});
        for (double ratio : new double[] {0, 0.6, 1}) {
            int[] first = new int[3];
            for (int seed = 0; seed < SEEDS; seed++) {
                double[] scores = scores(ratio, seed, path);
                first[scores[0] == 0 ? 0 : scores[1] == 0 ? 1 : 2]++;
            }
            for (int e = 0; e < 3; e++) {
                double expected = ratio * (e == 1 ? 0.25 : 0.375) + (1 - ratio) / 3;
                assertThat(first[e] / (double) SEEDS).as("%s, %d", ratio, e).isCloseTo(expected, within(0.017));
            }
        }
    }

    @Test
    void badRatiosAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomVertexEdges(1.5, 1))
                .withMessageContaining("ratio 1.5");
    }
}
