package org.seprank.study.rewire;

import java.util.ArrayList;
import java.util.List;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.rewire.catalogue.Method;
import org.seprank.setting.Setting;

/** What there is to choose from. */
public final class MethodTables {
    private MethodTables() {}

    /** A table of methods and one of their parameters. */
    public static Document of(List<Method> methods) {
        List<List<Value>> rows = new ArrayList<>();
        List<List<Value>> parameters = new ArrayList<>();
        for (Method method : methods) {
            rows.add(List.of(Value.of(method.id()), Value.of(kind(method)), Value.of(method.summary())));
            for (Setting parameter : method.parameters()) {
                parameters.add(List.of(
                        Value.of(method.id()),
                        Value.of(parameter.name()),
                        Value.of(parameter.standard()),
                        Value.of(parameter.meaning())));
            }
        }
        Document.Builder document = Document.of("methods")
                .add(new Table("methods", "Methods", List.of("method", "kind", "what_it_does"), rows));
        if (!parameters.isEmpty()) {
            document.add(new Table(
                    "parameters",
                    "Parameters, for --set name=value",
                    List.of("method", "name", "usual", "meaning"),
                    parameters));
        }
        return document.build();
    }

    private static String kind(Method method) {
        if (method.onlyRemoves()) {
            return "removes";
        }
        return method.needsInteractions() ? "for stated partitions" : "adds or exchanges";
    }
}
