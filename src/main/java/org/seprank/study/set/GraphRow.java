package org.seprank.study.set;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.input.GraphInput;
import org.seprank.work.Progress;

/**
 * What one of many graphs came to.
 *
 * @param numbers by name
 * @param left why it was left as it is; empty where there is an answer
 * @param remark what else the answer says
 * @param warnings of the answer
 */
public record GraphRow(Map<String, Value> numbers, String left, String remark, List<String> warnings) {
    /** Copies them in their order. */
    public GraphRow {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        warnings = List.copyOf(warnings);
    }

    /** How the question is asked of one graph. */
    @FunctionalInterface
    interface Question {
        Outcome answer(GraphInput input, Context context) throws IOException;
    }

    /**
     * Asks a study about a graph, on the calling thread.
     *
     * @throws CancellationException if it was asked to stop
     */
    public static GraphRow of(GraphStudy study, GraphInput input, Context context) throws IOException {
        return of(study, study::run, input, context, context.progress());
    }

    static GraphRow of(GraphStudy study, Question question, GraphInput input, Context context, Progress progress)
            throws IOException {
        List<String> warnings = new ArrayList<>();
        Context one = new Context(progress, 1, Context.Figures.NONE, context.command(), warnings::add);
        Map<String, Value> numbers = structure(input.graph());
        try {
            Outcome outcome = question.answer(input, one);
            if (!outcome.complete()) {
                throw new CancellationException();
            }
            numbers.putAll(study.numbers(outcome.document()));
            return new GraphRow(numbers, "", study.remark(outcome.document()), warnings);
        } catch (IllegalArgumentException refused) {
            return new GraphRow(numbers, String.valueOf(refused.getMessage()), "", warnings);
        }
    }

    private static Map<String, Value> structure(Graph graph) {
        Map<String, Value> numbers = new LinkedHashMap<>();
        numbers.put("vertices", Value.of(graph.vertexCount()));
        numbers.put("edges", Value.of(graph.edgeCount()));
        numbers.put("components", Value.of(Components.of(graph).count()));
        return numbers;
    }
}
