package org.seprank.lab.locality.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.seprank.lab.locality.image.PathScene.Dash;

class ImageTaskTest {
    private static final List<Function<SplittableRandom, ImageTask>> TASKS = List.of(
            random -> SignalPairs.of(40, 1, random),
            random -> ShapePairs.of(11, 1),
            random -> Pathfinder.of(3),
            random -> Pathfinder.of(9));

    private static ImageTask task(int i, long seed) {
        return TASKS.get(i).apply(new SplittableRandom(seed));
    }

    @Test
    void halfOfTheLabelsAreOne() {
        for (int i = 0; i < TASKS.size(); i++) {
            LabelledImages images = task(i, 0).draw(250, new SplittableRandom(1));
            double ones = IntStream.range(0, 250).map(images::label).average().orElseThrow();
            assertThat(ones).isCloseTo(0.5, within(0.13)); // 4 standard deviations
        }
    }

    @Test
    void equalGeneratorsGiveEqualImagesAndOthersDoNot() {
        for (int i = 0; i < TASKS.size(); i++) {
            LabelledImages images = task(i, 3).draw(3, new SplittableRandom(5));
            LabelledImages same = task(i, 3).draw(3, new SplittableRandom(5));
            LabelledImages other = task(i, 3).draw(3, new SplittableRandom(6));
            for (int image = 0; image < 3; image++) {
                assertThat(same.values(image)).isEqualTo(images.values(image));
                assertThat(same.label(image)).isEqualTo(images.label(image));
                assertThat(other.values(image)).isNotEqualTo(images.values(image));
            }
        }
    }

    @Test
    void patchesOfThePairsAreWhereTheSignalsAreAndAsFarApartAsAsked() {
        for (int distance : new int[] {0, 7, 40}) {
            assertSignalsInPatches(SignalPairs.of(distance, 1, new SplittableRandom(1)), distance);
            assertSignalsInPatches(ShapePairs.of(distance, 1), distance);
        }
    }

    private static void assertSignalsInPatches(ImageTask task, int distance) {
        Patch.Pair pair = task.patches(new SplittableRandom(2));
        Patch left = pair.first().column() < pair.second().column() ? pair.first() : pair.second();
        Patch right = left.equals(pair.first()) ? pair.second() : pair.first();
        assertThat(right.column() - left.column() - left.width()).isEqualTo(distance);
        assertThat(left.column() + right.column() + right.width())
                .isBetween(task.shape().width() - 1, task.shape().width());
        LabelledImages images = task.draw(5, new SplittableRandom(3));
        for (int row = 0; row < task.shape().height(); row++) {
            for (int column = 0; column < task.shape().width(); column++) {
                Patch point = new Patch(row, column, 1, 1);
                boolean inside = point.meets(left) || point.meets(right);
                assertThat(images.value(4, row, column) != 0).isEqualTo(inside);
            }
        }
    }

    @Test
    void bothOrdersOfThePatchesOccur() {
        ImageTask task = SignalPairs.of(5, 1, new SplittableRandom(1));
        SplittableRandom random = new SplittableRandom(2);
        assertThat(Stream.generate(() -> task.patches(random)).limit(40).distinct())
                .hasSize(2);
    }

    @Test
    void withoutNoiseTheLabelSaysWhetherTheSignalsAreEqual() {
        LabelledImages images = SignalPairs.of(96, 0, new SplittableRandom(1)).draw(200, new SplittableRandom(2));
        for (int image = 0; image < images.size(); image++) {
            boolean equal = true;
            for (int i = 0; i < 16; i++) {
                equal &= images.value(image, 0, i) == images.value(image, 0, 112 + i);
            }
            assertThat(equal).isEqualTo(images.label(image) == 1);
        }
    }

    @Test
    void pathsKeepAwayFromEachOtherAndFromTheBorder() {
        SplittableRandom random = new SplittableRandom(4);
        for (int length = 3; length <= 9; length++) {
            PathScene scene = PathScene.draw(40, length, random);
            assertThat(scene.paths()).hasSize(2 + 30 / length);
            for (int i = 0; i < scene.paths().size(); i++) {
                List<Dash> path = scene.paths().get(i);
                assertThat(path).hasSize(i < 2 ? length : length / 3);
                for (Dash dash : path) {
                    assertThat(Math.min(dash.x(), dash.y())).isGreaterThanOrEqualTo(PathScene.PADDING);
                    assertThat(Math.max(dash.x(), dash.y())).isLessThanOrEqualTo(40 - PathScene.PADDING);
                    scene.paths().subList(0, i).stream()
                            .flatMap(List::stream)
                            .forEach(
                                    other -> assertThat(dash.distance(other)).isGreaterThanOrEqualTo(PathScene.MARGIN));
                }
                for (int k = 1; k < path.size(); k++) {
                    assertThat(path.get(k).distance(path.get(k - 1))).isCloseTo(PathScene.STEP, within(1e-9));
                }
            }
        }
    }

    @Test
    void theLabelSaysWhetherTheMarksAreTheEndsOfOnePath() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            PathScene scene = PathScene.draw(40, 4, random);
            List<Dash> first = scene.paths().get(0);
            List<Dash> second = scene.paths().get(1);
            assertThat(scene.marks()).hasSize(2).doesNotHaveDuplicates();
            assertThat(List.of(first.get(0), first.get(3)))
                    .contains(scene.marks().get(0));
            List<Dash> its = scene.label() == 1 ? first : second;
            assertThat(List.of(its.get(0), its.get(3))).contains(scene.marks().get(1));
        }
    }

    @Test
    void theDistanceFromADashIsThatFromItsNearestPoint() {
        Dash dash = new Dash(5, 5, 0);
        assertThat(dash.distance(5.5, 7)).isCloseTo(2, within(1e-12));
        assertThat(dash.distance(9, 9)).isCloseTo(5, within(1e-12));
        Dash upright = new Dash(5, 5, Math.PI / 2);
        assertThat(upright.distance(7, 5.5)).isCloseTo(2, within(1e-12));
    }

    @Test
    void inkIsWhereTheDashesAre() {
        PathScene scene = PathScene.draw(40, 6, new SplittableRandom(8));
        LabelledImages images = Pathfinder.of(6).draw(1, new SplittableRandom(8));
        double paper = -0.05 / 0.18;
        double full = 0.95 / 0.18;
        double mark = 2.95 / 0.18;
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < 40; column++) {
                double x = column + 0.5;
                double y = row + 0.5;
                double nearest = scene.paths().stream()
                        .flatMap(List::stream)
                        .mapToDouble(dash -> dash.distance(x, y))
                        .min()
                        .orElseThrow();
                double value = images.value(0, row, column);
                assertThat(value).isBetween(paper - 1e-12, mark + 1e-12);
                double ofMark = scene.marks().stream()
                        .mapToDouble(dash -> Math.hypot(x - dash.x(), y - dash.y()))
                        .min()
                        .orElseThrow();
                if (ofMark < 0.9) {
                    assertThat(value).isCloseTo(mark, within(1e-12));
                } else if (ofMark < 2.1) {
                    assertThat(value).isGreaterThanOrEqualTo(paper);
                } else if (nearest > 2.1) {
                    assertThat(value).isCloseTo(paper, within(1e-12));
                } else if (nearest < 0.05) {
                    assertThat(value).isCloseTo(full, within(1e-12));
                }
            }
        }
    }

    @Test
    void patchesOfPathfinderDoNotMeet() {
        ImageTask task = Pathfinder.of(5);
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 3000; i++) { // without the check about ten of them would
            Patch.Pair pair = task.patches(random);
            assertThat(pair.first().meets(pair.second())).isFalse();
            assertThat(pair.first().positions(task.shape())).hasSize(4);
        }
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        SplittableRandom random = new SplittableRandom(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignalPairs.of(97, 1, random))
                .withMessage("distance 97 is not in 0..96");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShapePairs.of(113, 1))
                .withMessage("distance 113 is not in 0..112");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShapePairs.of(0, Double.NaN))
                .withMessageContaining("0..100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pathfinder.of(10))
                .withMessage("path length 10 is not in 3..9");
        Patch patch = new Patch(0, 3, 1, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> new Patch.Pair(patch, new Patch(0, 4, 1, 9)));
        assertThatIllegalArgumentException().isThrownBy(() -> patch.positions(Shape.sequence(4)));
    }
}
