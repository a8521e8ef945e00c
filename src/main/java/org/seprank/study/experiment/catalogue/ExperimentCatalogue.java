package org.seprank.study.experiment.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.study.SettingTable;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.RankTightness;
import org.seprank.study.experiment.RuntimeScaling;
import org.seprank.study.experiment.Scale;
import org.seprank.study.experiment.advice.AdviceQuality;
import org.seprank.study.experiment.bracket.Brackets;
import org.seprank.study.experiment.cliques.WalkIndexImportance;
import org.seprank.study.experiment.curves.SparsificationCurves;
import org.seprank.study.experiment.interaction.InteractionVsWalkIndex;
import org.seprank.study.experiment.trained.TrainedRank;

/** All experiments. */
public final class ExperimentCatalogue {
    private static final List<Experiment> ALL = List.of(
            new WalkIndexImportance(),
            new SparsificationCurves(),
            new RankTightness(),
            new Brackets(),
            new TrainedRank(),
            new InteractionVsWalkIndex(),
            new AdviceQuality(),
            new RuntimeScaling());

    private record Listed(String experiment, String claim) {}

    private record Scaled(SettingTable.Row setting, Scale scale) {}

    private ExperimentCatalogue() {}

    /** All of them. */
    public static List<Experiment> all() {
        return ALL;
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Experiment named(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("experiment '" + name + "' is none of "
                        + ALL.stream().map(Experiment::name).toList()));
    }

    /** What there is: the experiments, then the settings of each. */
    public static Document document() {
        List<Listed> names =
                ALL.stream().map(one -> new Listed(one.name(), one.claim())).toList();
        List<Scaled> settings = new ArrayList<>();
        for (Scale scale : Scale.values()) {
            SettingTable.rows(SettingTable.byOwner(ALL, Experiment::name, one -> one.settings(scale)))
                    .forEach(row -> settings.add(new Scaled(row, scale)));
        }
        String title = "Settings and their values at the three scales";
        return Document.of("experiments")
                .add(Table.of("experiments", "Experiments", Listed.class, names))
                .add(Table.of("settings", title, Scaled.class, settings)
                        .pivoted("scale", "default_value")
                        .hiding("kind", "least", "greatest"))
                .build();
    }
}
