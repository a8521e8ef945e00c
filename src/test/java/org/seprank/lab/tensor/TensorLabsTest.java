package org.seprank.lab.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.Shared;
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

    /** Random images and labels are fitted too, with more components: not all ranks end at the labels' variance. */
    @Test
    @Tag("slow")
    void imagesNeedFewComponentsAndWhatIsRandomManyInTheMedianOfThreeSeeds() {
        String digits =
                Shared.file("data/images/mnist-train-images-idx3-ubyte.gz").getParent() + "/mnist";
        Lab lab = new TensorFactorizationLab();
        Settings settings = lab.with("task=images", "images=" + digits);
        List<Figures> runs = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            runs.add(lab.run(settings, seed, Progress.none()).figures());
        }
        assertThat(lab.judge(settings, Figures.medians(runs))).hasSize(5).allMatch(Finding::holds);
    }

    /** Few images and steps, and yet components help: what was said to be fitted was trained. */
    @Test
    void moreComponentsFitRandomImagesBetter() {
        String digits =
                Shared.file("data/images/mnist-train-images-idx3-ubyte.gz").getParent() + "/mnist";
        Lab lab = new TensorFactorizationLab();
        Figures figures = lab.run(
                        lab.with("task=images", "images=" + digits, "pool=4", "samples=80", "epochs=300", "ranks=1,12"),
                        0,
                        Progress.none())
                .figures();
        double constant = figures.get("error of a constant");
        double one = figures.get("random images, rank 1, training error");
        assertThat(one).isLessThan(constant);
        assertThat(figures.get("random images, rank 12, training error")).isLessThan(0.7 * one);
        assertThat(figures.get("original, rank 1, training error")).isLessThan(constant / 2);
    }

    /** Both sets of images begin otherwise, and the message says how to name one. */
    @Test
    void aFolderOfTwoSetsOfImagesIsRefusedWithTheRemedy() {
        String both = String.valueOf(
                Shared.file("data/images/mnist-train-images-idx3-ubyte.gz").getParent());
        Lab lab = new TensorFactorizationLab();
        Settings settings = lab.with("task=images", "images=" + both);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.run(settings, 0, Progress.none()))
                .withMessageContaining("there are several files")
                .withMessageContaining("add what the names of one set begin with");
    }
}
