package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Split.Part;
import org.seprank.graph.Graph;

class LabelNoiseTest {
    private static Labels labels() {
        return Labels.of(IntStream.range(0, 1000).map(i -> i % 5 - 1).toArray(), 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 1})
    void exactlyTheRateOfLabelsBecomesAnotherClass(double rate) {
        int[] items = IntStream.range(0, 500).toArray();
        Labels noisy = new LabelNoise(rate, 3).on(labels(), items);
        int changed = 0;
        for (int i = 0; i < 1000; i++) {
            boolean differs = noisy.label(i) != labels().label(i);
            changed += differs ? 1 : 0;
            assertThat(differs && i >= 500).isFalse();
            assertThat(noisy.known(i)).isEqualTo(labels().known(i));
        }
        assertThat(changed).isEqualTo((int) Math.round(rate * 400));
    }

    @Test
    void replacementsAreSpreadOverTheOtherClasses() {
        Labels zeros = Labels.of(new int[3000], 4);
        Labels noisy = new LabelNoise(1, 1).on(zeros, zeros.known());
        List<Integer> histogram = noisy.histogram();
        assertThat(histogram.get(0)).isZero();
        assertThat(histogram.subList(1, 4)).allSatisfy(size -> assertThat(size).isBetween(850, 1150));
    }

    @Test
    void equalSeedsMakeEqualNoise() {
        int[] items = labels().known();
        assertThat(new LabelNoise(0.3, 1).on(labels(), items)).isEqualTo(new LabelNoise(0.3, 1).on(labels(), items));
        assertThat(new LabelNoise(0.3, 1).on(labels(), items)).isNotEqualTo(new LabelNoise(0.3, 2).on(labels(), items));
    }

    @Test
    void noiseOnTheTrainingPartLeavesTheTestPartAlone() {
        Graph graph = Graph.undirected(4, new int[][] {{0, 1}, {2, 3}});
        Split split =
                Split.over("s", 4).put(Part.TRAIN, 0, 1).put(Part.TEST, 2, 3).build();
        NodeDataset dataset = NodeDataset.of("d", graph, Features.none(4), Labels.of(0, 1, 0, 1))
                .withSplits(List.of(split));
        NodeDataset noisy = new LabelNoise(1, 5).onTraining(dataset, split);
        assertThat(noisy.labels()).isEqualTo(Labels.of(1, 0, 0, 1));
        assertThat(noisy.provenance().steps()).containsExactly("label noise 1.0 on training part of 's', seed 5");
        GraphDataset graphs =
                GraphDataset.of("g", List.of(graph, graph, graph, graph), Features.none(16), dataset.labels());
        assertThat(new LabelNoise(1, 5).onTraining(graphs, split).labels()).isEqualTo(noisy.labels());
    }

    @Test
    void impossibleNoiseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelNoise(1.5, 0))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new LabelNoise(Double.NaN, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelNoise(0.5, 0).on(Labels.of(0, 0), 0, 1))
                .withMessageContaining("2 classes");
    }
}
