package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.graph.GraphBuilder;

class TruthTest {
    private static final double UNKNOWN = Double.NaN;

    @Test
    void classesAreThereUnlessThereAreValues() {
        Truth classes = Truth.of(Labels.of(new int[] {0, 2, -1}, 3));
        assertThat(classes.kind()).isEqualTo(Truth.Kind.CLASSES);
        assertThat(classes.width()).isEqualTo(3);
        assertThat(classes.known()).containsExactly(0, 1);
        assertThat(classes.strata()).isEqualTo(classes.labels());
        TargetValues values = TargetValues.guessed(2, new double[] {1.5, UNKNOWN, UNKNOWN, UNKNOWN, 2, 3});
        Truth numbers = new Truth(classes.labels(), values);
        assertThat(numbers.kind()).isEqualTo(Truth.Kind.NUMBERS);
        assertThat(numbers.width()).isEqualTo(2);
        assertThat(numbers.known()).containsExactly(0, 2);
        assertThat(numbers.strata()).isEqualTo(Labels.of(0, -1, 0));
        assertThat(numbers.select(new int[] {2, -1}).known()).containsExactly(0);
        assertThat(numbers.select(new int[] {2, -1}).values().value(0, 1)).isEqualTo(3);
        assertThat(numbers.column(1).known()).containsExactly(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Truth(Labels.of(0, 1), values))
                .withMessage("target values of 3 items do not fit 2 labels");
    }

    @Test
    void severalColumnsOfZerosAndOnesAreEvents() {
        assertThat(TargetValues.guessed(2, new double[] {1, 0, UNKNOWN, 1}).kind())
                .isEqualTo(TargetValues.Kind.EVENTS);
        assertThat(TargetValues.guessed(1, new double[] {1, 0}).kind()).isEqualTo(TargetValues.Kind.NUMBERS);
        assertThat(TargetValues.guessed(2, new double[] {1, 0.5}).names()).containsExactly("y0", "y1");
        assertThat(TargetValues.guessed(2, new double[] {1, UNKNOWN}).missing()).isEqualTo(1);
    }

    @Test
    void whatIsNoEventOrNoNumberIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TargetValues.of(TargetValues.Kind.EVENTS, List.of("a", "b"), new double[] {1, 0, 0, 2}))
                .withMessage("target value 2.0 of item 1, b, is neither 0 nor 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetValues.guessed(1, new double[] {Double.POSITIVE_INFINITY}))
                .withMessageContaining("is not finite");
        assertThatIllegalArgumentException().isThrownBy(() -> TargetValues.guessed(2, new double[3]));
    }

    @Test
    void valuesAreOfTheContentAndOfTheSplits() {
        NodeDataset plain =
                NodeDataset.of("d", GraphBuilder.over(3, false).build(), Features.none(3), Labels.missing(3));
        NodeDataset one = plain.withTargetValues(TargetValues.guessed(1, new double[] {0.5, UNKNOWN, 1}));
        assertThat(one.contentHash()).isNotEqualTo(plain.contentHash());
        assertThat(one.withTargetValues(TargetValues.guessed(1, new double[] {0.5, UNKNOWN, 2}))
                        .contentHash())
                .isNotEqualTo(one.contentHash());
        Split all = Split.over("all", 3).put(Split.Part.TRAIN, 0, 1, 2).build();
        assertThat(one.withSplits(List.of(all)).splits().get(0)).hasToString("all 2/0/0");
        assertThat(one).hasToString("d: 3 vertices, 0 edges, 0 features, 1 numbers to predict");
    }
}
