package org.seprank.lab.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.gnn.NetworkKind;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.report.chart.Series;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class LayerRankLabTest {
    private static final String SMALL = "dataset=synthetic:csbm,n=60,features=6,classes=3";

    @Test
    void everyLayerOfEveryVariantIsFollowedFromTheStartToTheEnd() {
        Lab lab = new LayerRankLab();
        Settings settings = lab.with(SMALL, "models=gcn", "epochs=7", "every=3", "width=5", "linear-depths=2");
        LabResult result = lab.run(settings, 1, Progress.none());
        assertThat(result.panels().stream().map(Panel::key))
                .containsExactly(
                        "gcn-layer1",
                        "gcn-layer2",
                        "gcn-head",
                        "gcn-plain-values",
                        "gcn-linear-depth-2-values",
                        "gcn-rank-penalty-values");
        for (Panel panel : result.panels()) {
            for (Series curve : panel.curves()) {
                assertThat(curve.points()).hasSize(4); // epochs 0, 3, 6 and 7
                assertThat(curve.points().get(3).x()).isEqualTo(7);
            }
        }
        assertThat(result.panels().get(0).curves())
                .hasSize(3)
                .allSatisfy(curve -> assertThat(curve.points().get(0).y()).isBetween(1.0, 5.0));
        Figures again = lab.run(settings, 1, Progress.none()).figures();
        for (String name : again.names()) {
            assertThat(again.get(name)).isEqualTo(result.figures().get(name));
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        Lab lab = new LayerRankLab();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.run(lab.with(SMALL, "models=mlp"), 0, Progress.none()))
                .withMessage("models 'mlp' is none of " + NetworkKind.ids());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.run(lab.with("dataset=no/such/file.npz"), 0, Progress.none()))
                .withMessageContaining("no/such/file.npz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.run(lab.with(SMALL, "epochs=1", "layer=layer9"), 0, Progress.none()))
                .withMessageContaining("layer 'layer9' is none of [layer1, layer2, head]");
    }

    /** The weakest penalty is the last resort; what is set is not chosen. */
    @Test
    void thePenaltyIsTheFirstThatCostsLittleValidationAccuracy() {
        Lab lab = new LayerRankLab();
        String[] small = {SMALL, "models=gcn", "epochs=5", "width=5", "linear-depths=2"};
        double chosen = lab.run(lab.with(small), 1, Progress.none()).figures().get("gcn, rank penalty: factor");
        assertThat(chosen).isIn(3e-3, 1e-3, 3e-4);
        Settings set = lab.with(SMALL, "models=gcn", "epochs=5", "width=5", "linear-depths=2", "penalty=0.5");
        assertThat(lab.run(set, 1, Progress.none()).figures().get("gcn, rank penalty: factor"))
                .isEqualTo(0.5);
    }

    /** Where plain weights have less than 0.9, products are not said to cost nothing; a penalty is. */
    @Test
    void productsPromiseTheirAccuracyOnEasyDataAlone() {
        Lab lab = new LayerRankLab();
        Settings settings = lab.with("models=gcn");
        assertThat(lab.judge(settings, figures(0.782, 0.605, 0.758)))
                .allMatch(Finding::holds)
                .extracting(Finding::statement)
                .contains(
                        "gcn: linear depth 3 changes test accuracy from 0.782 to 0.605, where data are not easy",
                        "gcn: rank penalty costs at most 0.05 of test accuracy");
        assertThat(lab.judge(settings, figures(0.95, 0.605, 0.758)))
                .filteredOn(finding -> !finding.holds())
                .hasSize(2);
    }

    private static Figures figures(double plain, double product, double penalty) {
        Figures figures = Figures.none();
        double[] accuracies = {plain, product, penalty};
        List<String> variants = List.of("plain", "linear depth 3", "rank penalty");
        for (int i = 0; i < 3; i++) {
            String name = "gcn, " + variants.get(i) + ": ";
            figures = figures.and(name + "test accuracy", accuracies[i])
                    .and(name + "mean effective rank", 9 - i)
                    .and(name + "effective rank / that at the start", 0.9 - i / 10.0);
        }
        return figures;
    }

    @Test
    @Tag("slow")
    void linearDepthAndThePenaltyLowerTheRankInTheMedianOfFiveSeeds() {
        Lab lab = new LayerRankLab();
        Settings settings = lab.with();
        List<Figures> runs = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            runs.add(lab.run(settings, seed, Progress.none()).figures());
        }
        assertThat(lab.judge(settings, Figures.medians(runs)))
                .allMatch(Finding::holds)
                .hasSize(12);
    }
}
