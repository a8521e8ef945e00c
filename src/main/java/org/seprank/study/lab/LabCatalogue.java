package org.seprank.study.lab;

import java.util.List;
import java.util.Map;
import org.seprank.lab.Lab;
import org.seprank.lab.dynamics.PredictionDynamicsLab;
import org.seprank.lab.kernel.MarginAndKernelLab;
import org.seprank.lab.landscape.LandscapeLab;
import org.seprank.lab.layer.LayerRankLab;
import org.seprank.lab.linear.LinearClassifierLab;
import org.seprank.lab.linear.LinearConvolutionLab;
import org.seprank.lab.linear.LinearNetworkLab;
import org.seprank.lab.linear.SteepestDescentLab;
import org.seprank.lab.locality.LocalityLab;
import org.seprank.lab.matrix.MatrixFactorizationLab;
import org.seprank.lab.matrix.NormDivergenceLab;
import org.seprank.lab.stochastic.StochasticDescentLab;
import org.seprank.lab.tensor.HierarchicalTensorFactorizationLab;
import org.seprank.lab.tensor.TensorFactorizationLab;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.study.SettingTable;

/** All laboratories. */
public final class LabCatalogue {
    private static final List<Lab> ALL = List.of(
            new MatrixFactorizationLab(),
            new NormDivergenceLab(),
            new TensorFactorizationLab(),
            new HierarchicalTensorFactorizationLab(),
            new LinearNetworkLab(),
            new SteepestDescentLab(),
            new LinearConvolutionLab(),
            new LocalityLab(),
            new MarginAndKernelLab(),
            new LayerRankLab(),
            new LandscapeLab(),
            new StochasticDescentLab(),
            new PredictionDynamicsLab(),
            new LinearClassifierLab());

    private record Row(String lab, String claim, String source) {}

    private LabCatalogue() {}

    /** All of them, by topic. */
    public static List<Lab> all() {
        return ALL;
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Lab named(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("lab '" + name + "' is none of "
                        + ALL.stream().map(Lab::name).toList()));
    }

    /**
     * A study of the one of that name.
     *
     * @param name of the laboratory
     * @param assignments settings as {@code key=value}
     * @param seed the first seed
     * @param seeds number of seeds
     * @throws IllegalArgumentException if there is none of that name, a setting is unknown or the number not positive
     */
    public static LabStudy study(String name, List<String> assignments, long seed, int seeds) {
        Lab lab = named(name);
        return new LabStudy(lab, lab.with(assignments), seed, seeds);
    }

    /** What there is: the laboratories, then the settings of each. */
    public static Document document() {
        List<Row> labs = ALL.stream()
                .map(lab -> new Row(lab.name(), lab.claim(), lab.source()))
                .toList();
        Document.Builder document = Document.of("labs").add(Table.of("labs", "Systems", Row.class, labs));
        for (Lab lab : ALL) {
            document.add(SettingTable.brief("Settings of " + lab.name(), Map.of(lab.name(), lab.settings()))
                    .hiding("owner")
                    .named("settings_" + lab.name().replace('-', '_')));
        }
        return document.build();
    }
}
