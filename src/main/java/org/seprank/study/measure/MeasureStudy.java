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
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;

/**
 * Measures of a graph, or of a graph after several numbers of edits.
 *
 * @param source the graph, or a dataset
 * @param labels the vertex attribute that has the labels; empty: those of the dataset
 * @param edits and after how many of them
 * @param network the network's widths and target; its depth is not used
 * @param partitions as on the command line, and {@value #LABELS}; empty: none
 * @param options groups, depths, seed and samples
 */
public record MeasureStudy(
        GraphSource source,
        String labels,
        EditedGraphs edits,
        NetworkShape network,
        List<String> partitions,
        MeasureOptions options)
        implements Study {
    /** The partitions that stand for every class of the labels against the rest. */
    public static final String LABELS = "labels";

    /** Keeps the list. */
    public MeasureStudy {
        partitions = List.copyOf(partitions);
    }

    @Override
    public Question question() {
        return MeasureQuestion.of("measure", source, network, options)
                .with("labels", labels)
                .with("partition", partitions)
                .and(edits.question())
                .with("seed", options.effort().seed());
    }

    /** Runs the study; where it is asked to stop, the outcome has no measures. */
    @Override
    public Outcome run(Context context) throws IOException {
        GraphInput input = source.readLabelled(labels, context.warnings());
        Graph graph = input.graph();
        EditedGraphs.Made made = edits.of(graph);
        MeasureOptions asked = options.withQuestion(new MeasureOptions.Question(
                chosen(input), network.targetIn(graph), network.inputWidth(), network.hiddenWidth()));
        Document.Builder document = Document.of("measure").add(GraphFacts.of(input));
        boolean complete = true;
        try {
            BeforeAfter all = BeforeAfter.of(made.graphs(), input.labels(), asked, context.progress());
            MeasureTables.of(all, made.names(), made.graphs().stream().anyMatch(Graph::weighted))
                    .addAll(document);
        } catch (CancellationException interrupted) {
            complete = false;
            document.note("Interrupted before all was measured.");
        }
        List<Block.Input> inputs = new ArrayList<>(input.inputs());
        inputs.addAll(made.inputs());
        return new Outcome(context.provenance(question(), inputs), document.build(), Verdict.of(complete));
    }

    private List<Partition> chosen(GraphInput input) throws IOException {
        List<String> specs =
                partitions.stream().filter(spec -> !spec.equals(LABELS)).toList();
        List<Partition> chosen = new ArrayList<>();
        if (partitions.contains(LABELS)) {
            addClasses(input, chosen);
        }
        chosen.addAll(
                ChosenPartitions.ofNone(input.graph(), specs, options.effort().seed())
                        .partitions());
        return chosen;
    }

    private void addClasses(GraphInput input, List<Partition> chosen) {
        Labels classes = input.labels();
        for (int k = 0; k < classes.classCount(); k++) {
            VertexSet side = VertexSet.of(classes.size(), classes.ofClass(k));
            if (side.isProper()) {
                chosen.add(new Partition("label=" + k, side));
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("partition 'labels' needs labels of two classes at least");
        }
    }
}
