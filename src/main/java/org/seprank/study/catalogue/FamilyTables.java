package org.seprank.study.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.seprank.graph.family.GraphFamily;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.setting.Setting;

/** The families of graphs, and what can be set of them. */
public final class FamilyTables {
    private FamilyTables() {}

    private record Family(String family, String specification, String meaning) {}

    private record Line(
            String family,
            String parameter,
            String kind,
            Value least,
            Value greatest,
            Value standard,
            String meaning) {}

    /** All of them. */
    public static Document document() {
        List<Family> families = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (GraphFamily family : GraphFamily.list()) {
            families.add(new Family(family.name(), family.usage(), family.description()));
            for (Setting parameter : family.parameters()) {
                lines.add(new Line(
                        family.name(),
                        parameter.name(),
                        parameter.kind().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        least(parameter.kind()),
                        greatest(parameter.kind()),
                        Value.parsed(parameter.standard()),
                        parameter.meaning()));
            }
        }
        return Document.of("families")
                .add(Table.of(
                        "families", "Families of graphs, with the ranges of their parameters", Family.class, families))
                .add(Table.of("parameters", "Their parameters", Line.class, lines))
                .build();
    }

    private static Value least(Setting.Kind kind) {
        if (kind instanceof Setting.Whole whole) {
            return Value.of(whole.from());
        }
        if (kind instanceof Setting.Several several) {
            return least(several.each());
        }
        return kind instanceof Setting.Real real ? Value.of(real.from()) : Value.missing();
    }

    private static Value greatest(Setting.Kind kind) {
        if (kind instanceof Setting.Whole whole) {
            return Value.of(whole.to());
        }
        if (kind instanceof Setting.Several several) {
            return greatest(several.each());
        }
        return kind instanceof Setting.Real real ? Value.of(real.to()) : Value.missing();
    }
}
