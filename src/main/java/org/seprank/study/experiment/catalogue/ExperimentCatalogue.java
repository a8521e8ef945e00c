package org.seprank.study.experiment.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.setting.Setting;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.InteractionVsWalkIndex;
import org.seprank.study.experiment.RankTightness;
import org.seprank.study.experiment.RuntimeScaling;
import org.seprank.study.experiment.Scale;
import org.seprank.study.experiment.cliques.WalkIndexImportance;
import org.seprank.study.experiment.curves.SparsificationCurves;

/** All experiments. */
public final class ExperimentCatalogue {
    private static final List<Experiment> ALL = List.of(
            new WalkIndexImportance(),
            new SparsificationCurves(),
            new RankTightness(),
            new InteractionVsWalkIndex(),
            new RuntimeScaling());

    private record Listed(String experiment, String claim) {}

    private record Settable(String experiment, String key, String meaning, String smoke, String small, String paper) {}

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
        List<Settable> settings = new ArrayList<>();
        for (Experiment one : ALL) {
            List<Setting> smoke = one.settings(Scale.SMOKE);
            List<Setting> small = one.settings(Scale.SMALL);
            List<Setting> paper = one.settings(Scale.PAPER);
            for (int i = 0; i < smoke.size(); i++) {
                settings.add(new Settable(
                        one.name(),
                        smoke.get(i).name(),
                        smoke.get(i).meaning(),
                        smoke.get(i).standard(),
                        small.get(i).standard(),
                        paper.get(i).standard()));
            }
        }
        String title = "Settings and their values at the three scales";
        return Document.of("experiments")
                .add(Table.of("experiments", "Experiments", Listed.class, names))
                .add(Table.of("settings", title, Settable.class, settings))
                .build();
    }
}
