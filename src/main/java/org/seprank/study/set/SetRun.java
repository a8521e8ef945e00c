package org.seprank.study.set;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.seprank.report.Document;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Verdict;
import org.seprank.study.input.GraphSet;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * A study asked of every graph of a set, several graphs at a time.
 *
 * @param study of one graph
 * @param set the graphs
 */
record SetRun(GraphStudy study, GraphSet set) {
    Outcome outcome(Context context) throws IOException {
        EachGraph each = study.over(set);
        Progress progress = context.progress();
        progress.start("graphs", set.size());
        List<Parallel.Job<GraphRow>> jobs = new ArrayList<>();
        for (int number = 1; number <= set.size(); number++) {
            int which = number;
            jobs.add(part -> row(each, which, part, context));
        }
        List<Optional<GraphRow>> members = Parallel.of(context.threads()).jobs(jobs, progress);
        boolean complete = members.stream().allMatch(Optional::isPresent);
        Set<String> warnings = new LinkedHashSet<>();
        members.forEach(member -> member.ifPresent(one -> warnings.addAll(one.warnings())));
        warnings.forEach(context.warnings());
        checkAnswered(members);
        if (complete) {
            each.finish(context);
        }
        Document document = new SetTables(set, members).document();
        return new Outcome(context.provenance(study.question(), set.inputs()), document, Verdict.of(complete));
    }

    private GraphRow row(EachGraph each, int number, Progress progress, Context context) throws IOException {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        return GraphRow.of(
                study, (input, one) -> each.answer(number, input, one), set.graph(number), context, progress);
    }

    /** Where no graph has an answer, the question makes no sense. */
    private void checkAnswered(List<Optional<GraphRow>> members) {
        List<GraphRow> finished = members.stream().flatMap(Optional::stream).toList();
        if (!finished.isEmpty()
                && finished.stream().noneMatch(member -> member.left().isEmpty())) {
            throw new IllegalArgumentException(
                    finished.get(0).left() + " (so it is with all " + finished.size() + " graphs)");
        }
    }
}
