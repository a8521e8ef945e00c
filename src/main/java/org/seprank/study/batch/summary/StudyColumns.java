package org.seprank.study.batch.summary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.seprank.report.Value;
import org.seprank.study.engine.StudySpec;

/**
 * The columns that tell studies apart: the options that differ between them, the seed last.
 *
 * @param names of options, or "command"
 */
record StudyColumns(List<String> names) {
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
    List<Value> row(StudySpec study) {
        return names.stream().map(name -> Value.parsed(study.text(name))).toList();
    }

    /** The key, these columns and more as a table's head. */
    List<String> with(String... more) {
        List<String> all = new ArrayList<>();
        all.add("study");
        names.forEach(name -> all.add(column(name)));
        all.addAll(List.of(more));
        return all;
    }

    /** The head of an option's column. */
    static String column(String option) {
        return option.replace('-', '_');
    }
}
