package org.seprank.lab.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class TensorLabsTest {
    private static void assertHoldsInTheMedian(Lab lab, int seeds) {
        Settings settings = lab.with();
        List<Figures> runs = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            runs.add(lab.run(settings, seed, Progress.none()).figures());
        }
        assertThat(lab.judge(settings, Figures.medians(runs)))
                .allMatch(Finding::holds)
                .hasSize(4);
    }

    @Test
    @Tag("slow")
    void aSmallStartFindsLowTensorRankInTheMedianOfFiveSeeds() {
        assertHoldsInTheMedian(new TensorFactorizationLab(), 5);
    }

    @Test
    @Tag("slow")
    void aSmallStartFindsLowHierarchicalRankInTheMedianOfFiveSeeds() {
        assertHoldsInTheMedian(new HierarchicalTensorFactorizationLab(), 5);
    }

    @Test
    void equalSeedsGiveEqualFigures() {
        Lab flat = new TensorFactorizationLab();
        Settings settings = flat.with("size=5", "components=0", "observations=60", "iterations=200");
        assertEqualRuns(flat, settings);
        Lab tree = new HierarchicalTensorFactorizationLab();
        assertEqualRuns(tree, tree.with("size=3", "widths=5,4", "observations=40", "iterations=200"));
    }

    /** Modes 1 and 3 are below one node here, so that their matrix has low rank and that of 1 and 2 has not. */
    @Test
    void theTreeDecidesWhichModesDependOnEachOtherLittle() {
        Lab lab = new HierarchicalTensorFactorizationLab();
        Settings settings = lab.with(
                "tree=((1,3),(2,4))", "modes=13,12", "size=4", "widths=6,6", "observations=200", "iterations=300");
        LabResult result = lab.run(settings, 2, Progress.none());
        assertThat(result.figures().get("true rank to 1 % {1,3}")).isEqualTo(2);
        assertThat(result.figures().get("true rank to 1 % {1,2}")).isEqualTo(4);
        assertThat(result.panels()).hasSize(2 * 6); // three nodes, two matrices, errors
    }

    private static void assertEqualRuns(Lab lab, Settings settings) {
        Figures first = lab.run(settings, 4, Progress.none()).figures();
        Figures second = lab.run(settings, 4, Progress.none()).figures();
        for (String name : first.names()) {
            assertThat(second.get(name)).isEqualTo(first.get(name));
        }
    }
}
