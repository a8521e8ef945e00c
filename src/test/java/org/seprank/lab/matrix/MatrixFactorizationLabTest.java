package org.seprank.lab.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.LabResult;
import org.seprank.report.chart.Series;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class MatrixFactorizationLabTest {
    private final MatrixFactorizationLab lab = new MatrixFactorizationLab();

    @Test
    void equalSeedsGiveEqualFigures() {
        Settings settings = lab.with("n=10", "rank=1", "observations=60", "iterations=300", "task=sensing");
        Figures first = lab.run(settings, 4, Progress.none()).figures();
        Figures second = lab.run(settings, 4, Progress.none()).figures();
        for (String name : first.names()) {
            assertThat(second.get(name)).isEqualTo(first.get(name));
        }
    }

    /** Small identity start, plain descent: at depth 1 all singular values grow at once, at depth 3 one by one. */
    @Test
    void singularValuesOfADeepFactorizationRiseOneAfterTheOther() {
        Settings settings = lab.with(
                "n=20",
                "rank=2",
                "observations=240",
                "init=identity",
                "optimizer=gradient-descent",
                "rate=0.3",
                "depths=3",
                "iterations=3000");
        LabResult result = lab.run(settings, 1, Progress.none());
        var values = result.panels().get(0).curves();
        double[] rises = new double[2];
        for (int k = 0; k < 2; k++) {
            List<Series.Point> points = values.get(k).points();
            double half = points.get(points.size() - 1).y() / 2;
            rises[k] = points.stream()
                    .filter(point -> point.y() >= half)
                    .findFirst()
                    .orElseThrow()
                    .x();
        }
        assertThat(rises[1]).isGreaterThan(1.15 * rises[0]);
        List<Series.Point> third = values.get(2).points();
        assertThat(third.get(third.size() - 1).y()).isLessThan(0.2);
    }

    @Test
    @Tag("slow")
    void depthLowersTheEffectiveRankInTheMedianOfFiveSeeds() {
        Settings settings = lab.with();
        List<Figures> runs = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            runs.add(lab.run(settings, seed, Progress.none()).figures());
        }
        assertThat(lab.judge(settings, Figures.medians(runs)))
                .allMatch(Finding::holds)
                .hasSize(3);
    }

    /** Fewer inner products than the least nuclear norm needs to find the matrix. */
    @Test
    @Tag("slow")
    void depthBeatsTheLeastNuclearNormInSensingToo() {
        Settings settings = lab.with("task=sensing", "depths=3");
        Figures figures = lab.run(settings, 0, Progress.none()).figures();
        assertThat(lab.judge(settings, figures)).allMatch(Finding::holds).hasSize(2);
        assertThat(figures.get("least nuclear norm mean square error")).isGreaterThan(0.01);
    }
}
