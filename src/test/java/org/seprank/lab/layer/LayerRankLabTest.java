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
            for (Series curve : panel.chart().series()) {
                assertThat(curve.points()).hasSize(4); // epochs 0, 3, 6 and 7
                assertThat(curve.points().get(3).x()).isEqualTo(7);
            }
        }
        assertThat(result.panels().get(0).chart().series())
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
