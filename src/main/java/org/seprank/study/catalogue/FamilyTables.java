package org.seprank.study.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.family.Parameter;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;

/** The families of graphs, and what can be set of them. */
public final class FamilyTables {
    private FamilyTables() {}

    private record Family(String family, String specification, String meaning) {}

    private record Setting(
            String family,
            String parameter,
            Parameter.Kind kind,
            Value least,
            Value greatest,
            Value standard,
            String meaning) {}

    /** All of them. */
    public static Document document() {
        List<Family> families = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        for (GraphFamily family : GraphFamily.list()) {
            families.add(new Family(family.name(), family.usage(), family.description()));
            for (Parameter parameter : family.parameters()) {
                settings.add(new Setting(
                        family.name(),
                        parameter.name(),
                        parameter.kind(),
                        value(parameter, parameter.min()),
                        value(parameter, parameter.max()),
                        Value.parsed(parameter.standard()),
                        parameter.description()));
            }
        }
        return Document.of("families")
                .add(Table.of(
                        "families", "Families of graphs, with the ranges of their parameters", Family.class, families))
                .add(Table.of("parameters", "Their parameters", Setting.class, settings))
                .build();
    }

    private static Value value(Parameter parameter, double bound) {
        return parameter.kind() == Parameter.Kind.REAL ? Value.of(bound) : Value.of((long) bound);
    }
}
