package org.seprank.study.rewire;

import java.util.List;
import java.util.Map;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.rewire.catalogue.Method;
import org.seprank.setting.Setting;
import org.seprank.study.SettingTable;

/** What there is to choose from. */
public final class MethodTables {
    private MethodTables() {}

    private record Row(String method, String kind, String whatItDoes) {}

    /** A table of methods and one of their parameters. */
    public static Document of(List<Method> methods) {
        List<Row> rows = methods.stream()
                .map(method -> new Row(method.id(), kind(method), method.summary()))
                .toList();
        Map<String, List<Setting>> settings = SettingTable.byOwner(methods, Method::id, Method::parameters);
        Document.Builder document = Document.of("methods").add(Table.of("methods", "Methods", Row.class, rows));
        return (settings.isEmpty()
                        ? document
                        : document.add(SettingTable.brief("Parameters, for --set name=value", settings)))
                .build();
    }

    private static String kind(Method method) {
        if (method.onlyRemoves()) {
            return "removes";
        }
        return method.needsInteractions() ? "for stated partitions" : "adds or exchanges";
    }
}
