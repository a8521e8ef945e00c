package org.seprank.study.experiment.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.experiment.InteractionVsWalkIndex;
import org.seprank.study.experiment.RankTightness;
import org.seprank.study.experiment.Reproduction;
import org.seprank.study.experiment.RuntimeScaling;
import org.seprank.study.experiment.Scale;
import org.seprank.study.experiment.cliques.WalkIndexImportance;
import org.seprank.study.experiment.curves.SparsificationCurves;

/** All reproductions. */
public final class Reproductions {
    private static final List<Reproduction> ALL = List.of(
            new WalkIndexImportance(),
            new SparsificationCurves(),
            new RankTightness(),
            new InteractionVsWalkIndex(),
            new RuntimeScaling());

    private Reproductions() {}

    /** All of them, by name. */
    public static List<Reproduction> all() {
        return ALL;
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Reproduction named(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("experiment '" + name + "' is none of "
                        + ALL.stream().map(Reproduction::name).toList()));
    }

    /** What there is: the reproductions, then the settings of each. */
    public static Document document() {
        List<List<Value>> names = new ArrayList<>();
        List<List<Value>> settings = new ArrayList<>();
        for (Reproduction one : ALL) {
            names.add(List.of(Value.of(one.name()), Value.of(one.claim())));
            List<org.seprank.setting.Setting> smoke = one.settings(Scale.SMOKE);
            List<org.seprank.setting.Setting> small = one.settings(Scale.SMALL);
            List<org.seprank.setting.Setting> paper = one.settings(Scale.PAPER);
            for (int i = 0; i < smoke.size(); i++) {
                settings.add(List.of(
                        Value.of(one.name()),
                        Value.of(smoke.get(i).name()),
                        Value.of(smoke.get(i).meaning()),
                        Value.of(smoke.get(i).standard()),
                        Value.of(small.get(i).standard()),
                        Value.of(paper.get(i).standard())));
            }
        }
        return Document.of("experiments")
                .add(new Table("experiments", "Experiments", List.of("experiment", "claim"), names))
                .add(new Table(
                        "settings",
                        "Settings and their values at the three scales",
                        List.of("experiment", "key", "meaning", "smoke", "small", "paper"),
                        settings))
                .build();
    }
}
