package org.seprank.study.rewire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.MethodCost;
import org.seprank.setting.Setting;
import org.seprank.study.SettingTable;

/** What there is to choose from. */
public final class MethodTables {
    private MethodTables() {}

    private record Row(String method, String kind, String whatItDoes) {}

    private record CostRow(
            String method,
            Value timeGrowsAs,
            Value measuredExponent,
            Value largestEdges,
            Value itsSeconds,
            Value edgesInAMinute) {
        static CostRow of(Method method) {
            MethodCost cost = method.cost();
            Optional<MethodCost.Measured> measured = cost.measured();
            Value unmeasured = Value.missing("not measured");
            String order = cost.growth().order();
            return new CostRow(
                    method.id(),
                    order.isEmpty() ? Value.missing("not stated") : Value.of(order),
                    real(measured.map(MethodCost.Measured::exponent).orElse(OptionalDouble.empty())),
                    measured.map(one -> Value.of(one.edges())).orElse(unmeasured),
                    measured.map(one -> Value.of(one.seconds())).orElse(unmeasured),
                    edges(cost.edgesInAMinute()));
        }

        private static Value real(OptionalDouble number) {
            return number.isPresent()
                    ? Value.of(number.getAsDouble()).shown(String.format(Locale.ROOT, "%.1f", number.getAsDouble()))
                    : Value.missing("too few sizes took long enough to be measured");
        }

        /** Two digits, as it is rough. */
        private static Value edges(OptionalDouble number) {
            if (number.isEmpty()) {
                return Value.missing("no exponent is known");
            }
            BigDecimal two = new BigDecimal(number.getAsDouble(), new MathContext(2));
            return Value.of(two.toBigInteger());
        }
    }

    /** A table of methods, one of what they cost and one of their parameters. */
    public static Document of(List<Method> methods) {
        List<Row> rows = methods.stream()
                .map(method -> new Row(method.id(), kind(method), method.summary()))
                .toList();
        Map<String, List<Setting>> settings = SettingTable.byOwner(methods, Method::id, Method::parameters);
        Document.Builder document = Document.of("methods")
                .add(Table.of("methods", "Methods", Row.class, rows))
                .add(costs(methods));
        return (settings.isEmpty()
                        ? document
                        : document.add(SettingTable.brief("Parameters, for --set name=value", settings)))
                .build();
    }

    private static Table costs(List<Method> methods) {
        return Table.of(
                "costs",
                "What time grows with (n vertices, m edges, mean degree d, k edits), and as measured on random graphs of mean"
                        + " degree 10 with 1 % of the edges edited: the exponent of the edges, the largest graph and its"
                        + " seconds, and roughly how many edges a minute is enough for",
                CostRow.class,
                methods.stream().map(CostRow::of).toList());
    }

    private static String kind(Method method) {
        if (method.onlyRemoves()) {
            return "removes";
        }
        return method.needsInteractions() ? "for stated partitions" : "adds or exchanges";
    }
}
