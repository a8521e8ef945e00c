package org.seprank.study.catalogue;

import java.util.List;
import java.util.Map;
import org.seprank.graph.family.GraphFamily;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.setting.Setting;
import org.seprank.study.SettingTable;

/** The families of graphs, and what can be set of them. */
public final class FamilyTables {
    private FamilyTables() {}

    private record Family(String family, String specification, String meaning) {}

    /** All of them. */
    public static Document document() {
        List<Family> families = GraphFamily.list().stream()
                .map(family -> new Family(family.name(), family.usage(), family.description()))
                .toList();
        Map<String, List<Setting>> settings =
                SettingTable.byOwner(GraphFamily.list(), GraphFamily::name, GraphFamily::parameters);
        String title = "Families of graphs, with the ranges of their parameters";
        return Document.of("families")
                .add(Table.of("families", title, Family.class, families))
                .add(SettingTable.of("Their parameters", settings))
                .build();
    }
}
