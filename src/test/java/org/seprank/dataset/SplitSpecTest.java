package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Split.Part;

class SplitSpecTest {
    /** 600 labels of 3 classes of unequal size, every tenth missing. */
    private static Labels labels() {
        SplittableRandom random = new SplittableRandom(7);
        int[] classes = new int[600];
        for (int i = 0; i < classes.length; i++) {
            int draw = random.nextInt(6);
            classes[i] = i % 10 == 9 ? Labels.MISSING : draw < 1 ? 0 : draw < 3 ? 1 : 2;
        }
        return Labels.of(classes, 3);
    }

    private static int ofClass(Split split, Part part, int label) {
        Labels labels = labels();
        int count = 0;
        for (int i : split.indices(part)) {
            count += labels.label(i) == label ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random:0.8/0.1/0.1",
                "random:0.1/0/0.2",
                "stratified:0.6/0.2/0.2",
                "per-class:20/100/200",
                "folds:10",
                "folds:5+validation"
            })
    void itemsWithoutLabelAreInNoPartAndSeedsDecideAll(String text) {
        SplitSpec spec = SplitSpec.parse(text);
        List<Split> splits = spec.over(labels(), List.of(), 3);
        assertThat(spec.over(labels(), List.of(), 3)).isEqualTo(splits);
        assertThat(spec.over(labels(), List.of(), 4)).isNotEqualTo(splits);
        for (Split split : splits) {
            for (Part part : Part.values()) {
                for (int i : split.indices(part)) {
                    assertThat(labels().known(i)).isTrue();
                }
                assertThat(split.indices(part)).hasSize(split.count(part));
            }
        }
    }

    @Test
    void fractionsThatAddUpToOneCoverAllLabelledItems() {
        Split split = SplitSpec.parse("random:0.8/0.1/0.1")
                .over(labels(), List.of(), 1)
                .get(0);
        assertThat(split.count(Part.TRAIN)).isEqualTo(432);
        assertThat(split.count(Part.VALIDATION)).isEqualTo(54);
        assertThat(split.count(Part.TEST)).isEqualTo(54);
        Split partial =
                SplitSpec.parse("random:0.1/0/0.2").over(labels(), List.of(), 1).get(0);
        assertThat(partial).hasToString("random 0.1/0.0/0.2 seed 1 54/0/108");
    }

    @Test
    void stratifiedPartsHaveTheClassesInProportion() {
        Split split = SplitSpec.parse("stratified:0.5/0.25/0.25")
                .over(labels(), List.of(), 1)
                .get(0);
        List<Integer> sizes = labels().histogram();
        for (int label = 0; label < 3; label++) {
            assertThat(ofClass(split, Part.TRAIN, label)).isEqualTo(sizes.get(label) / 2);
            assertThat(ofClass(split, Part.VALIDATION, label)).isEqualTo(sizes.get(label) / 4);
        }
    }

    @Test
    void perClassTrainingPartsAreEvenForEveryClass() {
        Split split = SplitSpec.parse("per-class:20/100/200")
                .over(labels(), List.of(), 1)
                .get(0);
        for (int label = 0; label < 3; label++) {
            assertThat(ofClass(split, Part.TRAIN, label)).isEqualTo(20);
        }
        assertThat(split).hasToString("per class 20/100/200 seed 1 60/100/200");
    }

    @Test
    void everyLabelledItemIsInTheTestPartOfExactlyOneFold() {
        List<Split> folds = SplitSpec.parse("folds:7").over(labels(), List.of(), 5);
        int[] tested = new int[600];
        for (Split fold : folds) {
            for (int i : fold.indices(Part.TEST)) {
                tested[i]++;
            }
            assertThat(fold.count(Part.TRAIN) + fold.count(Part.TEST)).isEqualTo(540);
            for (int label = 0; label < 3; label++) {
                int size = labels().histogram().get(label);
                assertThat(ofClass(fold, Part.TEST, label)).isBetween(size / 7, size / 7 + 1);
            }
        }
        for (int i = 0; i < 600; i++) {
            assertThat(tested[i]).isEqualTo(labels().known(i) ? 1 : 0);
        }
    }

    @Test
    void validationFoldsAreTheTestFoldsShiftedByOne() {
        List<Split> folds = SplitSpec.parse("folds:4+validation").over(labels(), List.of(), 5);
        for (int k = 0; k < 4; k++) {
            assertThat(folds.get(k).indices(Part.VALIDATION))
                    .containsExactly(folds.get((k + 1) % 4).indices(Part.TEST));
        }
    }

    @Test
    void givenSplitsAreHandedOn() {
        Split split = Split.over("own", 3).put(Part.TRAIN, 0).put(Part.TEST, 2).build();
        Labels labels = Labels.of(0, 1, 1);
        assertThat(SplitSpec.parse("given").over(labels, List.of(split), 0)).containsExactly(split);
        assertThat(SplitSpec.parse("given:0").over(labels, List.of(split), 0)).containsExactly(split);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplitSpec.parse("given:1").over(labels, List.of(split), 0))
                .withMessageContaining("split 1 is not in 0..0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplitSpec.parse("given").over(labels, List.of(), 0))
                .withMessageContaining("without splits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "random",
                "random:0.8",
                "random:0.8/0.3/0.1",
                "random:-0.1/0.5/0.1",
                "per-class:0/1/1",
                "folds:1",
                "folds:x",
                "folds:2+validation",
                "half",
                "random:NaN/0/0",
                "given:x"
            })
    void malformedSpecificationsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SplitSpec.parse(text));
    }

    @Test
    void tooFewItemsAreRefusedWithTheNumbers() {
        Labels few = Labels.of(0, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplitSpec.parse("per-class:2/0/0").over(few, List.of(), 0))
                .withMessage("class 1 has 1 items, fewer than 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplitSpec.parse("per-class:1/1/1").over(few, List.of(), 0))
                .withMessageContaining("only 1 items");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplitSpec.parse("folds:4").over(few, List.of(), 0))
                .withMessageContaining("3 labelled items");
    }

    @Test
    void partsOfASplitAreDisjoint() {
        Split.Builder builder = Split.over("s", 2).put(Part.TRAIN, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.put(Part.TEST, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.put(Part.TEST, 2));
    }
}
