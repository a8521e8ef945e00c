package org.seprank.study.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.BeforeAfter;
import org.seprank.measure.MeasureOptions;
import org.seprank.report.Document;
import org.seprank.rewire.Budget;
import org.seprank.rewire.EditList;
import org.seprank.rewire.Rewiring;
import org.seprank.study.Outcome;
import org.seprank.study.Provenance;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.MeasuredGraph;
import org.seprank.study.input.NetworkShape;
import org.seprank.work.Progress;

/**
 * Measures of a graph, or of a graph after several numbers of edits.
 *
 * @param measured the graph, its labels
 * @param edits and after how many of them
 * @param network the network's widths and target; its depth is not used
 * @param partitions as on the command line, and {@value #LABELS}; empty: none
 * @param options groups, depths, seed and samples
 */
public record MeasureStudy(
        MeasuredGraph measured, Edits edits, NetworkShape network, List<String> partitions, MeasureOptions options) {
    /** The partitions that stand for every class of the labels against the rest. */
    public static final String LABELS = "labels";

    /**
     * Edits of the graph.
     *
     * @param list in order; empty: the graph is measured as it is
     * @param budgets after how many of them the graph is measured, such as 0, 500 or 30%; empty: none and all
     */
    public record Edits(Rewiring list, List<String> budgets) {
        /** Keeps the list. */
        public Edits {
            budgets = List.copyOf(budgets);
            if (list.edits().size() == 0 && !budgets.isEmpty()) {
                throw new IllegalArgumentException("budgets say how many edits to make, but there are no edits");
            }
        }

        /** No edits. */
        public static Edits none() {
            return new Edits(Rewiring.of(EditList.empty()), List.of());
        }
    }

    /** Keeps the list. */
    public MeasureStudy {
        partitions = List.copyOf(partitions);
    }

    /** Runs the study; where {@code progress} asks to stop, the outcome has no measures. */
    public Outcome run(Progress progress) throws IOException {
        long start = System.nanoTime();
        Graph graph = measured.loaded().graph();
        List<String> names = new ArrayList<>();
        List<Graph> graphs = new ArrayList<>();
        addGraphs(graph, names, graphs);
        MeasureOptions asked = options.withQuestion(new MeasureOptions.Question(
                chosen(graph), network.targetIn(graph), network.inputWidth(), network.hiddenWidth()));
        Document.Builder document = Document.of("measure").add(GraphFacts.of(measured.loaded()));
        boolean complete = true;
        try {
            BeforeAfter all = BeforeAfter.of(graphs, measured.labels(), asked, progress);
            MeasureTables.of(all, names).addAll(document);
        } catch (CancellationException interrupted) {
            complete = false;
            document.note("Interrupted before all was measured.");
        }
        Provenance provenance =
                Provenance.of(measured.loaded(), options.effort().seed(), start);
        return new Outcome(document.add(provenance.facts()).build(), complete);
    }

    private void addGraphs(Graph graph, List<String> names, List<Graph> graphs) {
        if (edits.list().edits().size() == 0) {
            names.add("value");
            graphs.add(graph);
            return;
        }
        List<String> budgets = edits.budgets().isEmpty()
                ? List.of("0", Integer.toString(edits.list().edits().size()))
                : edits.budgets();
        if (!edits.list().vertices().isEmpty()) {
            throw new IllegalArgumentException(
                    "the edits add vertices, but measures compare graphs on the same vertices");
        }
        for (String budget : budgets) {
            int count = Budget.parseRemoval(budget).edits(graph.edgeCount());
            if (count > edits.list().edits().size()) {
                throw new IllegalArgumentException("budget " + budget + " is " + count + " edits, but there are only "
                        + edits.list().edits().size());
            }
            names.add("edits_" + budget.strip());
            graphs.add(edits.list().prefix(count, graph.vertexCount()).applyTo(graph));
        }
    }

    private List<Partition> chosen(Graph graph) throws IOException {
        List<String> specs =
                partitions.stream().filter(spec -> !spec.equals(LABELS)).toList();
        List<Partition> chosen = new ArrayList<>();
        if (partitions.contains(LABELS)) {
            addClasses(graph, chosen);
        }
        if (!specs.isEmpty()) {
            chosen.addAll(ChosenPartitions.of(graph, specs, options.effort().seed()));
        }
        return chosen;
    }

    private void addClasses(Graph graph, List<Partition> chosen) {
        Labels labels = measured.labels();
        for (int k = 0; k < labels.classCount(); k++) {
            VertexSet side = VertexSet.of(graph.vertexCount(), labels.ofClass(k));
            if (side.isProper()) {
                chosen.add(new Partition("label=" + k, side));
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("partition 'labels' needs labels of two classes at least");
        }
    }
}
