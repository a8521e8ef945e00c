package org.seprank.study.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.graph.Graph;
import org.seprank.report.number.Numbers;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.study.entangle.DataProtection;
import org.seprank.study.input.GraphInput;
import org.seprank.study.rewire.EditSource;
import org.seprank.study.rewire.RewirePlan;
import org.seprank.work.Progress;

/**
 * What methods decide on a graph.
 *
 * @param study what was asked
 * @param read the graph
 * @param splits on which networks are trained afterwards; none: they are not
 * @param data that says which partitions are protected, if data does
 */
record Decisions(CompareStudy study, GraphInput read, List<Split> splits, DataProtection data) {
    /** Copies the list. */
    Decisions {
        splits = List.copyOf(splits);
    }

    /**
     * All edits of a method.
     *
     * @throws IllegalArgumentException if it refuses the graph, or would take longer than is allowed
     * @throws CancellationException if {@code progress} asks to stop
     */
    MethodRun of(Method method, Progress progress) throws IOException {
        Budget largest = largest(method);
        check(method, MethodRun.count(largest, read.graph(), method));
        long start = System.nanoTime();
        double seconds = 0;
        List<List<EditList>> orders = new ArrayList<>();
        for (GraphInput input : inputs(method)) {
            List<EditList> ofSplit = new ArrayList<>();
            for (int k = 0; k < (method.isSeedless() ? 1 : study.scope().seeds()); k++) {
                ofSplit.add(order(method, largest, input, study.scope().seed() + k, progress));
                seconds = k == 0 && orders.isEmpty() ? (System.nanoTime() - start) * 1e-9 : seconds;
            }
            orders.add(ofSplit);
        }
        return new MethodRun(method, read.graph(), orders, seconds);
    }

    private void check(Method method, int edits) {
        double seconds = method.cost().seconds(read.graph(), edits).orElse(0);
        if (seconds > study.scope().limit()) {
            throw new IllegalArgumentException(
                    "it might take about " + Numbers.duration(seconds) + ", as time grows as "
                            + method.cost().growth().order() + "; more than --limit "
                            + Numbers.brief(study.scope().limit()));
        }
    }

    /** What a method reads: with one split each where it learns from labels, so that none sees another's test part. */
    private List<GraphInput> inputs(Method method) {
        if (!method.needsLabels() || splits.isEmpty() || read.dataset().isEmpty()) {
            return List.of(read);
        }
        NodeDataset dataset = read.dataset().get();
        return splits.stream()
                .map(split -> GraphInput.of(dataset.withSplits(List.of(split)), read.location()))
                .toList();
    }

    private EditList order(Method method, Budget budget, GraphInput input, long seed, Progress progress)
            throws IOException {
        List<String> goals = method.takesInteractions() ? study.protect() : List.of();
        if (method.needsInteractions() && goals.isEmpty()) {
            goals = study.partitions();
        }
        RewirePlan plan = new RewirePlan(method, budget, RemovalRules.defaults(), goals, Map.of(), "", seed);
        Progress silent = progress.silent();
        EditSource.Subject subject = new EditSource.Subject(
                input,
                study.network(),
                data.find(input, goals, study.network(), seed, silent).partitions());
        EditList order = method.rewire(plan.request(subject).watchedBy(EditSink.none(), silent));
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        return order;
    }

    private Budget largest(Method method) {
        Graph graph = read.graph();
        Budget largest = study.budgets().get(0);
        for (Budget budget : study.budgets()) {
            boolean more = MethodRun.count(budget, graph, method) > MethodRun.count(largest, graph, method);
            largest = more ? budget : largest;
        }
        return largest;
    }
}
