package org.seprank.study.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.seprank.dataset.NodeDataset;
import org.seprank.graph.Graph;
import org.seprank.measure.BeforeAfter;
import org.seprank.measure.Group;
import org.seprank.measure.MeasureOptions;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Verdict;
import org.seprank.study.element.ElementFiles;
import org.seprank.study.element.ElementStudy;
import org.seprank.study.element.ElementTables;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSet;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.input.TargetTasks;
import org.seprank.study.set.AnswerNumbers;
import org.seprank.study.set.EachGraph;

/**
 * Measures of a graph, or of a graph after several numbers of edits.
 *
 * @param source the graph, or a dataset
 * @param labels the vertex attribute that has the labels; empty: those of the dataset
 * @param edits and after how many of them
 * @param network the network's widths and target; its depth is not used
 * @param partitions as on the command line; empty: none
 * @param tasks whose range is measured
 * @param options groups, depths, seed and samples
 * @param files with a row for every edge and vertex; not of a graph after edits
 */
public record MeasureStudy(
        GraphSource source,
        String labels,
        EditedGraphs edits,
        NetworkShape network,
        List<String> partitions,
        TargetTasks tasks,
        MeasureOptions options,
        ElementFiles files)
        implements ElementStudy {
    private static final AnswerNumbers NUMBERS = new AnswerNumbers(Map.of("measures", List.of("value")));

    /** Keeps the list. */
    public MeasureStudy {
        partitions = List.copyOf(partitions);
        if (files.asked() && edits.file().isPresent()) {
            throw new IllegalArgumentException(
                    "--edges and --vertices-out are of the graph that is read; write the edited"
                            + " one with 'seprank rewire GRAPH --edits-in FILE --graph-out OUT', and measure that");
        }
        if (edits.file().isEmpty() && options.groups().equals(Set.of(Group.FIDELITY))) {
            throw new IllegalArgumentException(
                    "fidelity compares a graph after edits with the graph before; give --edits FILE");
        }
        if (!tasks.texts().isEmpty() && !options.groups().contains(Group.RANGE)) {
            throw new IllegalArgumentException(
                    "--target-matrix is measured in the group range, which --groups leaves out");
        }
    }

    @Override
    public Question question() {
        return tasks.addTo(MeasureQuestion.of("measure", source, network, options)
                        .with("labels", labels)
                        .with("partition", partitions))
                .and(edits.question())
                .with("seed", options.effort().seed());
    }

    @Override
    public boolean labelled() {
        return true;
    }

    @Override
    public Map<String, Value> numbers(Document answer) {
        return NUMBERS.of(answer);
    }

    @Override
    public EachGraph over(GraphSet set) throws IOException {
        edits.checkNone(set.size());
        return ElementStudy.super.over(set);
    }

    /** Runs the study; where it is asked to stop, the outcome has no measures. */
    @Override
    public Outcome run(GraphInput read, Context context, Consumer<ElementTables> tables) throws IOException {
        GraphInput input = labels.isEmpty() ? read : read.withLabels(labels);
        Graph graph = input.graph();
        EditedGraphs.Made made = edits.of(graph);
        MeasureOptions asked = options.withQuestion(new MeasureOptions.Question(
                        ChosenPartitions.ofNone(
                                        input, partitions, options.effort().seed())
                                .partitions(),
                        network.targetIn(graph),
                        network.inputWidth(),
                        network.hiddenWidth()))
                .withSubject(new MeasureOptions.Subject(
                        tasks.read(graph),
                        input.dataset().map(NodeDataset::features).orElse(null)));
        Document.Builder document = Document.of("measure").add(GraphFacts.of(input));
        boolean complete = true;
        try {
            BeforeAfter all = BeforeAfter.of(made.graphs(), input.labels(), asked, context.progress());
            MeasureTables.of(all, made.names(), made.graphs().stream().anyMatch(Graph::weighted))
                    .addAll(document, context.draws());
            if (files.asked()) {
                tables.accept(files.tables(input, asked, asked, context.progress()));
            }
        } catch (CancellationException interrupted) {
            complete = false;
            document.note("Interrupted before all was measured.");
        }
        List<Block.Input> inputs = new ArrayList<>(input.inputs());
        inputs.addAll(made.inputs());
        inputs.addAll(tasks.inputs());
        return new Outcome(context.provenance(question(), inputs), document.build(), Verdict.of(complete));
    }
}
