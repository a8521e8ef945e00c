package org.seprank.study.rewire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.Group;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Verdict;
import org.seprank.study.entangle.DataProtection;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSet;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.set.AnswerNumbers;
import org.seprank.study.set.EachGraph;
import org.seprank.study.set.GraphStudy;

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
        implements GraphStudy {
    private static final AnswerNumbers NUMBERS = new AnswerNumbers(Map.of(
            "rewire", List.of("removed", "added", "new_vertices"),
            "measures", List.of("before", "after"),
            "further_measures", List.of("value")));

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
    public boolean labelled() {
        return true;
    }

    @Override
    public Map<String, Value> numbers(Document answer) {
        return NUMBERS.of(answer);
    }

    @Override
    public EachGraph over(GraphSet set) throws IOException {
        return RewiredSet.of(this, set);
    }

    @Override
    public Outcome run(GraphInput input, Context context) throws IOException {
        files.check(input);
        DataProtection data = DataProtection.of(edits.protect(), input, seed, context.warnings());
        Rewired rewired = rewired(input, new Source(edits, data), files, context);
        files.write(input, rewired.edits(), context.warnings());
        return rewired.outcome();
    }

    /**
     * A graph that was rewired.
     *
     * @param outcome the answer
     * @param edits that were made
     */
    record Rewired(Outcome outcome, EditList edits) {}

    /**
     * Where edits come from.
     *
     * @param edits of one graph
     * @param data that says which partitions they are for, if data does
     */
    record Source(EditSource edits, DataProtection data) {}

    /** Decides on edits of a graph and says what they do to it; writes none but the edits. */
    Rewired rewired(GraphInput input, Source from, RewireFiles into, Context context) throws IOException {
        check(input);
        EditSource source = from.edits();
        DataProtection.Found found = from.data().find(input, source.protect(), network, seed, context.progress());
        EditSource.Subject subject = new EditSource.Subject(input, network, found.partitions());
        EditSource.Decided decided = source.decide(subject, into, context);
        boolean complete = !context.progress().cancelled();
        Document.Builder document = Document.of("rewire")
                .add(GraphFacts.of(input))
                .add(source.facts(network, decided.edits()))
                .addAll(found.blocks());
        compare(document, subject, decided, context);
        int made = decided.edits().size();
        int asked = source.asked(input.graph()).orElse(made);
        if (complete && made < asked) {
            document.note(asked + " edits were asked for, " + made + " made: the method found no more that fit.");
        }
        List<Block.Input> inputs = new ArrayList<>(input.inputs());
        inputs.addAll(decided.inputs());
        inputs.addAll(from.data().inputs());
        Outcome outcome = new Outcome(context.provenance(question(), inputs), document.build(), Verdict.of(complete));
        return new Rewired(outcome, decided.edits());
    }

    /** Checks before the work what can be checked: depth, target and partitions. */
    private void check(GraphInput input) throws IOException {
        network.targetIn(input.graph());
        ChosenPartitions.ofNone(input, partitions, seed);
    }

    private void compare(
            Document.Builder document, EditSource.Subject subject, EditSource.Decided decided, Context context)
            throws IOException {
        GraphInput input = subject.input();
        List<Partition> compared = new ArrayList<>(subject.partitions());
        compared.addAll(ChosenPartitions.ofNone(input, partitions, seed).partitions());
        Graph after = decided.edits().applyWithRelations(input.graph());
        try {
            if (context.draws()) {
                RewireFigures.edits(input.graph(), after, seed, context).ifPresent(document::add);
            }
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
