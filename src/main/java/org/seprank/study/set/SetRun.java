package org.seprank.study.set;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Verdict;
import org.seprank.study.input.GraphInput;
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
    /**
     * What a graph came to.
     *
     * @param numbers by name
     * @param left why it was left as it is; empty where there is an answer
     * @param remark what else the answer says
     * @param warnings of the answer
     */
    record Member(Map<String, Value> numbers, String left, String remark, List<String> warnings) {}

    Outcome outcome(Context context) throws IOException {
        EachGraph each = study.over(set);
        Progress progress = context.progress();
        progress.start("graphs", set.size());
        List<Parallel.Job<Member>> jobs = new ArrayList<>();
        for (int number = 1; number <= set.size(); number++) {
            int which = number;
            jobs.add(part -> member(each, which, part, context));
        }
        List<Optional<Member>> members = Parallel.of(context.threads()).jobs(jobs, progress);
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

    private Member member(EachGraph each, int number, Progress progress, Context context) throws IOException {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        GraphInput input = set.graph(number);
        List<String> warnings = new ArrayList<>();
        Context one = new Context(progress, 1, Context.Figures.NONE, context.command(), warnings::add);
        Map<String, Value> numbers = structure(input.graph());
        try {
            Outcome outcome = each.answer(number, input, one);
            if (!outcome.complete()) {
                throw new CancellationException();
            }
            numbers.putAll(study.numbers(outcome.document()));
            return new Member(numbers, "", study.remark(outcome.document()), warnings);
        } catch (IllegalArgumentException refused) {
            return new Member(numbers, String.valueOf(refused.getMessage()), "", warnings);
        }
    }

    private static Map<String, Value> structure(Graph graph) {
        Map<String, Value> numbers = new LinkedHashMap<>();
        numbers.put("vertices", Value.of(graph.vertexCount()));
        numbers.put("edges", Value.of(graph.edgeCount()));
        numbers.put("components", Value.of(Components.of(graph).count()));
        return numbers;
    }

    /** Where no graph has an answer, the question makes no sense. */
    private void checkAnswered(List<Optional<Member>> members) {
        List<Member> finished = members.stream().flatMap(Optional::stream).toList();
        if (!finished.isEmpty()
                && finished.stream().noneMatch(member -> member.left().isEmpty())) {
            throw new IllegalArgumentException(
                    finished.get(0).left() + " (so it is with all " + finished.size() + " graphs)");
        }
    }
}
