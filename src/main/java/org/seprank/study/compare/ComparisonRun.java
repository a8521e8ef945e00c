package org.seprank.study.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.number.Numbers;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Verdict;
import org.seprank.study.compare.ComparedMethods.State;
import org.seprank.study.entangle.DataProtection;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;

/** The work of a comparison: method after method; one that refuses the graph, or fails, does not end the others. */
final class ComparisonRun {
    private final CompareStudy study;
    private final GraphInput read;
    private final Context context;
    private final DataProtection data;
    private final DataProtection.Found found;
    private final EditedStates states;
    private final ComparedMethods table;
    private final Optional<DownstreamScores> downstream;
    private final List<Block.Duration> durations = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    ComparisonRun(CompareStudy study, GraphInput read, Context context) throws IOException {
        this.study = study;
        this.read = read;
        this.context = context;
        CompareStudy.Scope scope = study.scope();
        this.data = DataProtection.of(study.protect(), read, scope.seed(), context.warnings());
        this.found = data.find(read, study.stated(), study.network(), scope.seed(), context.progress());
        List<Partition> stated = found.partitions();
        this.states = new EditedStates(read, study.network(), stated, scope);
        this.table = new ComparedMethods(stated, study.network().depth());
        Downstream asked = study.downstream();
        this.downstream = asked == null
                ? Optional.empty()
                : Optional.of(new DownstreamScores(asked, asked.over(read, scope.seed()), scope.seeds()));
    }

    /**
     * All of it.
     *
     * @param methods those that were asked for and the controls
     * @throws IllegalArgumentException if every one of them refuses the graph
     */
    Outcome of(List<Method> methods) throws IOException {
        table.add(states.after(EditList.empty()));
        try {
            if (downstream.isPresent()) {
                downstream.get().trainUnedited(context);
            }
            compare(methods);
        } catch (CancellationException interrupted) {
            // what was finished is told
        }
        boolean complete = !context.progress().cancelled();
        if (!refusals.isEmpty() && table.isEmpty() && complete) {
            throw new IllegalArgumentException("no method could run; " + refusals.get(0));
        }
        List<Block.Input> inputs = new ArrayList<>(read.inputs());
        inputs.addAll(data.inputs());
        return new Outcome(context.provenance(study.question(), inputs), document(), Verdict.of(complete), durations);
    }

    private void compare(List<Method> methods) throws IOException {
        Decisions decisions = new Decisions(
                study, read, downstream.map(DownstreamScores::splits).orElse(List.of()), data);
        for (int i = 0; i < methods.size(); i++) {
            context.progress().start("methods", methods.size());
            context.progress().advanceTo(i);
            if (context.progress().cancelled()) {
                throw new CancellationException();
            }
            String id = methods.get(i).id();
            try {
                compare(decisions.of(methods.get(i), context.progress()));
            } catch (CancellationException interrupted) {
                throw interrupted;
            } catch (IllegalArgumentException refused) {
                refusals.add(id + ": " + refused.getMessage());
            } catch (RuntimeException | OutOfMemoryError failed) { // one of many: the others count
                refusals.add(id + ": failed, " + failed);
                context.warnings().accept("method " + id + " failed: " + failed);
            }
        }
    }

    private void compare(MethodRun run) throws IOException {
        durations.add(new Block.Duration(run.method().id(), run.seconds()));
        for (Budget budget : study.budgets()) {
            List<State> after = new ArrayList<>();
            for (int k = 0; k < run.runs(); k++) {
                after.add(states.after(run.edits(budget, 0, k)));
            }
            table.add(run.method().id(), budget.text(), run.adds(), after);
            if (downstream.isPresent()) {
                downstream.get().train(run, budget, context);
            }
        }
    }

    private Document document() {
        Document.Builder document = Document.of("compare");
        downstream.ifPresent(scores -> addDownstream(scores, document));
        document.add(GraphFacts.of(read)).addAll(found.blocks());
        if (study.scope().measured()) {
            table.blocks().forEach(document::add);
            GraphFacts.ofWeights(read.graph(), "; the spectral gap uses it").ifPresent(document::note);
        } else {
            document.add(table.counts());
        }
        refusals.forEach(line -> document.note("Not run: " + line));
        return document.build();
    }

    private void addDownstream(DownstreamScores scores, Document.Builder document) {
        List<TrainedMethod> entries = scores.entries();
        if (entries.size() < 2) {
            return;
        }
        durations.add(new Block.Duration("training", scores.seconds()));
        TrainedMethod unedited = entries.get(0);
        List<TrainedMethod> methods = entries.subList(1, entries.size());
        Recommendation recommendation = Recommendation.of(unedited, methods, scores.metric(), scores.within());
        document.note(recommendation.sentence(unedited.edges(), scores.metric(), scores.within()));
        document.add(recommendation.facts(unedited.edges(), scores.within()));
        document.addAll(new DownstreamTables(unedited, methods, scores.metric()).blocks());
        document.note("Networks: " + study.scope().seeds() + " on each of "
                + Numbers.plain(scores.splits().size())
                + " splits. Networks on one split share its vertices, so that intervals and tests speak of these splits;"
                + " several of them, and not seeds alone, say what holds for others.");
    }
}
