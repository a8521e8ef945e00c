package org.seprank.gnn.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.graph.Graph;

/** What samples of features have to keep. */
class FeatureSamplesTest {
    private static double[][] rows(FeatureMatrix features) {
        double[][] rows = new double[features.rows()][features.width()];
        for (int i = 0; i < rows.length; i++) {
            features.copyRow(i, rows[i]);
        }
        return rows;
    }

    private static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }

    @Test
    void permutedSamplesHaveTheSameRowsInOtherPlaces() {
        for (FeatureMatrix base :
                List.of(RandomBatch.sparse(20, 5, 1), FeatureMatrix.dense(5, RandomBatch.numbers(100, 2)))) {
            FeatureSamples samples = FeatureSamples.permuted(base, 4, 7);
            TreeSet<String> seen = new TreeSet<>();
            for (int i = 0; i < 4; i++) {
                FeatureMatrix sample = samples.features(i, all(20));
                assertThat(sample.sparse()).isEqualTo(base.sparse());
                assertThat(Arrays.stream(rows(sample)).map(Arrays::toString))
                        .containsExactlyInAnyOrderElementsOf(
                                Arrays.stream(rows(base)).map(Arrays::toString).toList());
                seen.add(Arrays.deepToString(rows(sample)));
            }
            assertThat(seen).hasSize(4);
        }
    }

    @Test
    void rowsDoNotDependOnWhichOthersAreAskedFor() {
        FeatureMatrix base = FeatureMatrix.dense(3, RandomBatch.numbers(30, 2));
        for (FeatureSamples samples :
                List.of(FeatureSamples.permuted(base, 3, 5), FeatureSamples.gaussian(base, 3, 5))) {
            double[][] whole = rows(samples.features(2, all(10)));
            double[][] some = rows(samples.features(2, new int[] {7, 1}));
            assertThat(some).isEqualTo(new double[][] {whole[7], whole[1]});
        }
    }

    @Test
    void gaussianSamplesHaveTheMomentsOfTheFeatures() {
        double[] entries = RandomBatch.numbers(4000, 3);
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = 5 + 0.1 * entries[i];
            entries[i + 1] = 1;
        }
        FeatureMatrix base = FeatureMatrix.dense(2, entries);
        double[][] sample = rows(FeatureSamples.gaussian(base, 1, 4).features(0, all(2000)));
        double mean = Arrays.stream(sample).mapToDouble(r -> r[0]).average().orElseThrow();
        double variance = Arrays.stream(sample)
                .mapToDouble(r -> (r[0] - mean) * (r[0] - mean))
                .average()
                .orElseThrow();
        // uniform on 4.9..5.1: deviation 0.2 / sqrt(12), mean of 2000 within five standard errors
        double deviation = 0.2 / Math.sqrt(12);
        assertThat(mean).isCloseTo(5, within(5 * deviation / Math.sqrt(2000)));
        assertThat(Math.sqrt(variance)).isCloseTo(deviation, within(0.1 * deviation));
        assertThat(Arrays.stream(sample).mapToDouble(r -> r[1])).containsOnly(1.0);
    }

    @Test
    void swappedSamplesAreTheFeaturesOfGraphsOfThatSize() {
        List<Graph> graphs = List.of(
                Graph.undirected(2, new int[][] {{0, 1}}),
                Graph.undirected(3, new int[][] {{0, 1}}),
                Graph.undirected(2, new int[][] {}),
                Graph.undirected(2, new int[][] {{0, 1}}));
        float[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        GraphDataset dataset =
                GraphDataset.of("four", graphs, DenseFeatures.over(9, 1, values), Labels.of(new int[] {0, 1, 0, 1}, 2));
        FeatureSamples samples = FeatureSamples.swapped(dataset, 2, 3, 1);
        assertThat(IntStream.range(0, 3).mapToObj(i -> Arrays.deepToString(rows(samples.features(i, all(2))))))
                .containsExactlyInAnyOrder("[[0.0], [1.0]]", "[[5.0], [6.0]]", "[[7.0], [8.0]]");
        assertThatThrownBy(() -> FeatureSamples.swapped(dataset, 2, 4, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 is not in 1..3");
    }

    @Test
    void wrongArgumentsAreRefused() {
        FeatureMatrix base = FeatureMatrix.constant(3, 1);
        assertThatThrownBy(() -> FeatureSamples.gaussian(base, 0, 1)).hasMessageContaining("0 is not positive");
        assertThatThrownBy(() -> FeatureSamples.of(List.of())).hasMessageContaining("0 is not positive");
        assertThatThrownBy(() -> FeatureSamples.of(List.of(base, FeatureMatrix.constant(2, 1))))
                .hasMessageContaining("cannot be mixed");
        assertThatThrownBy(() -> FeatureSamples.permuted(base, 2, 1).features(2, new int[] {0}))
                .hasMessageContaining("2 is not in 0..1");
    }
}
