package org.seprank.lab.locality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.report.chart.Series;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class LocalityLabTest {
    private static final Lab LAB = new LocalityLab();

    private static final String[] TINY = {"samples=40", "tests=60", "channels=4", "epochs=3", "layers=4", "batch=20"};

    /** Of one seed: the default is such that it shows. */
    @Test
    @Tag("slow")
    void theRegularizerMakesDistanceMatterLess() {
        Settings settings = LAB.with();
        assertThat(LAB.judge(settings, LAB.run(settings, 0, Progress.none()).figures()))
                .allMatch(Finding::holds)
                .hasSize(5);
    }

    @Test
    void aNetworkAtChanceShowsNothing() {
        List<Finding> findings = LAB.judge(LAB.with(), figures(0.52, 0.47, 0.51, 0.53));
        assertThat(findings.get(1))
                .matches(finding -> !finding.holds()
                        && finding.statement()
                                .equals("what is learnt at distance 0 tells of new images: more than 0.6 are right"));
    }

    @Test
    void nearSignalsAreLearntByHeartAndTheRegularizerFallsWhereItIsPunished() {
        Settings settings = LAB.with(
                "distances=0", "strengths=0,1", "samples=40", "tests=50", "channels=16", "layers=4", "batch=16");
        Figures figures = LAB.run(settings, 1, Progress.none()).figures();
        assertThat(figures.get("distance 0, strength 0.0 training accuracy")).isEqualTo(1);
        assertThat(figures.get("distance 0, strength 1.0 regularizer"))
                .isLessThan(figures.get("distance 0, strength 0.0 regularizer"));
    }

    @Test
    void equalSeedsGiveEqualFiguresAndOthersDoNot() {
        Settings settings = LAB.with(TINY);
        Figures first = LAB.run(settings, 4, Progress.none()).figures();
        Figures second = LAB.run(settings, 4, Progress.none()).figures();
        Figures other = LAB.run(settings, 5, Progress.none()).figures();
        assertThat(first.names()).hasSize(20);
        for (String name : first.names()) {
            assertThat(second.get(name)).isEqualTo(first.get(name));
        }
        String regularizer = "distance 0, strength 0.0 regularizer";
        assertThat(other.get(regularizer)).isNotEqualTo(first.get(regularizer));
    }

    @Test
    void everyTaskRunsAndHasACurveOfEveryStrengthByDistance() {
        for (String[] task : new String[][] {{"same-class", "0,20"}, {"pathfinder", "3,5"}}) {
            Settings settings = LAB.with(
                    "task=" + task[0],
                    "distances=" + task[1],
                    "strengths=0,1",
                    "samples=24",
                    "tests=20",
                    "channels=3",
                    "epochs=1");
            LabResult result = LAB.run(settings, 0, Progress.none());
            List<Series> accuracy = result.panels().get(0).curves();
            assertThat(accuracy).extracting(Series::name).containsExactly("strength 0.0", "strength 1.0");
            assertThat(accuracy).allMatch(curve -> curve.points().size() == 2);
            assertThat(LAB.judge(settings, result.figures())).hasSize(5);
        }
    }

    /** Distances of one task are out of the range of another. */
    @Test
    void everyTaskHasDefaultsOfItsOwnAndWhatIsGivenCounts() {
        assertThat(LAB.with().integers("distances")).containsExactly(0, 96);
        assertThat(LAB.with("task=same-class").integers("distances")).containsExactly(0, 96);
        assertThat(LAB.with("task=pathfinder").integers("distances")).containsExactly(3, 9);
        assertThat(LAB.with("task=pathfinder", "distances=4,5").integers("distances"))
                .containsExactly(4, 5);
        assertThat(LAB.with("samples=7", "task=same-class").integer("samples")).isEqualTo(7);
        for (String task : List.of("same-class", "pathfinder")) {
            Settings settings = LAB.with("task=" + task, "samples=20", "tests=20", "channels=2", "epochs=1");
            assertThat(LAB.run(settings, 0, Progress.none()).figures().names()).isNotEmpty();
        }
    }

    /** Paths are followed without the regularizer unless it is asked for. */
    @Test
    void aSingleStrengthClaimsNothingOfTheRegularizer() {
        Settings settings = LAB.with("task=pathfinder");
        assertThat(LAB.claim(settings)).isEqualTo("convolutional networks neglect distant dependence");
        assertThat(LAB.claim(LAB.with("task=pathfinder", "strengths=0,1"))).isEqualTo(LAB.claim());
        Figures figures = Figures.none();
        for (int distance : new int[] {3, 9}) {
            figures = figures.and("distance " + distance + ", strength 0.0 training accuracy", 0.99)
                    .and("distance " + distance + ", strength 0.0 test accuracy", distance == 3 ? 0.7 : 0.52);
        }
        assertThat(LAB.judge(settings, figures)).allMatch(Finding::holds).hasSize(3);
    }

    /** Of one seed: the defaults of the tasks are such that it shows. */
    @ParameterizedTest
    @ValueSource(strings = {"same-class", "pathfinder"})
    @Tag("slow")
    void everyTaskShowsItsClaim(String task) {
        Settings settings = LAB.with("task=" + task);
        assertThat(LAB.judge(settings, LAB.run(settings, 0, Progress.none()).figures()))
                .allMatch(Finding::holds);
    }

    @Test
    void verdictsCompareTheExtremes() {
        Settings settings = LAB.with();
        assertThat(LAB.judge(settings, figures(0.83, 0.71, 0.84, 0.86))).allMatch(Finding::holds);
        assertThat(LAB.judge(settings, figures(0.83, 0.71, 0.84, 0.75)))
                .extracting(Finding::holds)
                .containsExactly(true, true, true, false, false);
        assertThat(LAB.judge(settings, figures(0.83, 0.82, 0.84, 0.83)))
                .extracting(Finding::holds)
                .containsExactly(true, true, false, false, false);
        assertThat(LAB.judge(
                        settings,
                        figures(0.83, 0.71, 0.84, 0.86).and("distance 96, strength 1.0 training accuracy", 0.89)))
                .extracting(Finding::holds)
                .containsExactly(false, true, true, true, true);
    }

    private static Figures figures(double near, double far, double nearPunished, double farPunished) {
        Figures figures = Figures.none();
        double[] accuracies = {near, nearPunished, far, farPunished};
        for (int i = 0; i < accuracies.length; i++) {
            String name = "distance " + 96 * (i / 2) + ", strength " + (i % 2) + ".0";
            figures = figures.and(name + " training accuracy", 1).and(name + " test accuracy", accuracies[i]);
        }
        return figures;
    }

    @Test
    void aCancelledRunEndsSoon() {
        Stopping progress = new Stopping();
        LAB.run(LAB.with("tests=50"), 0, progress);
        assertThat(progress.advanced).isLessThanOrEqualTo(1);
    }

    /** Cancels after ten questions. */
    private static final class Stopping implements Progress {
        private int asked;
        private int advanced;

        @Override
        public void start(String what, long total) {}

        @Override
        public void advanceTo(long done) {
            advanced++;
        }

        @Override
        public boolean cancelled() {
            return asked++ > 10;
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertRefused("distances=97", "distance 97 is not in 0..96");
        assertRefused("task=cifar", "pathfinder");
        assertRefused("strengths=-1", "0..1000");
        assertRefused("epochs=0", "epochs 0");
        assertRefused("tests=900000000", "tests");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LAB.run(LAB.with("task=pathfinder", "distances=2"), 0, Progress.none()))
                .withMessageContaining("3..9");
    }

    private static void assertRefused(String assignment, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LAB.run(LAB.with(assignment), 0, Progress.none()))
                .withMessageContaining(message);
    }
}
