package org.seprank.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.setting.Setting;

/** What can be set of methods, families, laboratories and the like, as one form of table. */
public final class SettingTable {
    private SettingTable() {}

    /**
     * The allowed numbers, where values are numbers.
     *
     * @param least of them
     * @param greatest of them
     */
    public record Range(Value least, Value greatest) {}

    /**
     * A setting.
     *
     * @param owner what it is a setting of
     * @param name of the setting
     * @param kind what its values look like: whole, real, choice, text or several of one of them
     * @param range of the values
     * @param defaultValue its value unless set, where there is one
     * @param meaning in a few words
     */
    public record Row(String owner, String name, String kind, Range range, Value defaultValue, String meaning) {
        static Row of(String owner, Setting setting) {
            return new Row(
                    owner,
                    setting.name(),
                    SettingTable.kind(setting.kind()),
                    SettingTable.range(setting.kind()),
                    setting.standard().isEmpty()
                            ? Value.missing("no default")
                            : Value.parsed(setting.standard()).shown(setting.standard()),
                    setting.meaning());
        }
    }

    /** The settings of things that have some, by their names. */
    public static <T> Map<String, List<Setting>> byOwner(
            List<? extends T> owners, Function<T, String> name, Function<T, List<Setting>> settings) {
        Map<String, List<Setting>> byOwner = new LinkedHashMap<>();
        owners.forEach(owner -> byOwner.put(name.apply(owner), settings.apply(owner)));
        byOwner.values().removeIf(List::isEmpty);
        return byOwner;
    }

    /** The settings by their owners, with all that is known of them. */
    public static Table of(String title, Map<String, List<Setting>> settings) {
        return Table.of("settings", title, Row.class, rows(settings));
    }

    /** The same, where people are told the kind and the range in the meaning. */
    public static Table brief(String title, Map<String, List<Setting>> settings) {
        return of(title, settings).hiding("kind", "least", "greatest");
    }

    /** The rows of a table. */
    public static List<Row> rows(Map<String, List<Setting>> settings) {
        List<Row> rows = new ArrayList<>();
        settings.forEach((owner, some) -> some.forEach(one -> rows.add(Row.of(owner, one))));
        return rows;
    }

    private static String kind(Setting.Kind kind) {
        return kind instanceof Setting.Several several
                ? "several " + kind(several.each())
                : kind.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Range range(Setting.Kind kind) {
        if (kind instanceof Setting.Several several) {
            return range(several.each());
        }
        if (kind instanceof Setting.Whole whole) {
            return new Range(Value.of(whole.from()), Value.of(whole.to()));
        }
        return kind instanceof Setting.Real real
                ? new Range(Value.of(real.from()), Value.of(real.to()))
                : new Range(Value.none(), Value.none());
    }
}
