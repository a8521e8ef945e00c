package org.seprank.study.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.family.GraphFamily;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.setting.Setting;

/** The families of graphs, and what can be set of them. */
public final class FamilyTables {
    private FamilyTables() {}

    private record Family(String family, String specification, String meaning) {}

    private record Settable(String family, String parameter, String range, Value standard, String meaning) {}

    /** All of them. */
    public static Document document() {
        List<Family> families = new ArrayList<>();
        List<Settable> settings = new ArrayList<>();
        for (GraphFamily family : GraphFamily.list()) {
            families.add(new Family(family.name(), family.usage(), family.description()));
            for (Setting setting : family.parameters()) {
                settings.add(new Settable(
                        family.name(),
                        setting.name(),
                        setting.range(),
                        Value.parsed(setting.standard()),
                        setting.meaning()));
            }
        }
        return Document.of("families")
                .add(Table.of(
                        "families", "Families of graphs, with the ranges of their parameters", Family.class, families))
                .add(Table.of("parameters", "Their parameters", Settable.class, settings))
                .build();
    }
}
