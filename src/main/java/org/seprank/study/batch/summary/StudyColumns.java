package org.seprank.study.batch.summary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.StudyTask;

/**
 * The columns that tell studies apart: the options that differ between them, the seed last.
 *
 * @param names of options, or "command"
 */
record StudyColumns(List<String> names) {
    private static final int SHORT_KEY = 12;

    /** Copies the list. */
    StudyColumns {
        names = List.copyOf(names);
    }

    static StudyColumns of(List<StudySpec> studies) {
        Set<String> options = new LinkedHashSet<>(List.of("command", StudySpec.INPUT));
        studies.forEach(study -> options.addAll(study.options().keySet()));
        if (options.remove("seed")) {
            options.add("seed");
        }
        return new StudyColumns(options.stream()
                .filter(name -> studies.stream()
                                .map(study -> study.text(name))
                                .distinct()
                                .count()
                        > 1)
                .toList());
    }

    /** The values of a study. */
    private List<Value> row(StudySpec study) {
        return names.stream().map(name -> Value.parsed(study.text(name))).toList();
    }

    /** As many characters of a study's key as people are shown. */
    static String shortKey(StudyTask task) {
        return task.key().substring(0, SHORT_KEY);
    }

    /** A table with a row for each of these studies, whose first column is the key, with these columns after it. */
    Table in(Table table, List<StudySpec> studies) {
        List<String> heads = new ArrayList<>(table.columns());
        heads.addAll(1, names.stream().map(StudyColumns::column).toList());
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            List<Value> row = new ArrayList<>(table.rows().get(i));
            row.addAll(1, row(studies.get(i)));
            rows.add(row);
        }
        return new Table(table.key(), table.title(), heads, rows);
    }

    /** The head of an option's column. */
    static String column(String option) {
        return option.replace('-', '_');
    }
}
