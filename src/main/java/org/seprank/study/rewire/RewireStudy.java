package org.seprank.study.rewire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.measure.Group;
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
 * A graph rewired by a method, or by the edits of an earlier run, and what that does to it.
 *
 * @param source the graph, or a dataset
 * @param network the network that the graph is prepared for; its depth is the method's
 * @param edits which edges change
 * @param partitions partitions whose walk indices and bounds are compared before and after, as on the command line
 * @param measures groups of further measures that are compared; may be empty
 * @param files that are written
 * @param seed of everything random
 */
public record RewireStudy(
        GraphSource source,
        NetworkShape network,
        EditSource edits,
        List<String> partitions,
        Set<Group> measures,
        RewireFiles files,
        long seed)
        implements Study {
    /** Keeps the list. */
    public RewireStudy {
        partitions = List.copyOf(partitions);
        measures = Set.copyOf(measures);
    }

    @Override
    public Question question() {
        return network.addTo(edits.addTo(source.addTo(Question.of("rewire"))))
                .with("partition", partitions)
                .with("measures", measures.stream().map(Group::id).sorted().toList())
                .with("seed", seed);
    }

    @Override
    public Outcome run(Context context) throws IOException {
        GraphInput input = source.readLabelled("", context.warnings());
        check(input);
        EditSource.Decided decided = edits.decide(input, network, files, context);
        boolean complete = !context.progress().cancelled();
        Document.Builder document =
                Document.of("rewire").add(GraphFacts.of(input)).add(edits.facts(network, decided.edits()));
        compare(document, input, decided, context);
        int made = decided.edits().size();
        int asked = edits.asked(input.graph()).orElse(made);
        if (complete && made < asked) {
            document.note(asked + " edits were asked for, " + made + " made: the method found no more that fit.");
        }
        files.write(input, decided.edits(), context.warnings());
        List<Block.Input> inputs = new ArrayList<>(input.inputs());
        inputs.addAll(decided.inputs());
        return new Outcome(context.provenance(question(), inputs), document.build(), Verdict.of(complete));
    }

    /** Checks before the work what can be checked: depth, target, partitions and files. */
    private void check(GraphInput input) throws IOException {
        Graph graph = input.graph();
        network.targetIn(graph);
        ChosenPartitions.ofNone(input, partitions, seed);
        files.check(input);
    }

    private void compare(Document.Builder document, GraphInput input, EditSource.Decided decided, Context context)
            throws IOException {
        List<String> compared = new ArrayList<>(edits.protect());
        compared.addAll(partitions);
        Graph after = decided.edits().applyWithRelations(input.graph());
        try {
            List<Block> blocks =
                    new RewireComparison(network, compared, measures, seed).blocks(input, after, context.progress());
            blocks.stream()
                    .filter(block -> context.draws() || !(block instanceof Block.Figure))
                    .forEach(document::add);
        } catch (CancellationException interrupted) {
            document.note("Interrupted before all was compared.");
        }
    }
}
