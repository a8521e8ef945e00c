package org.seprank.study.entangle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.entangle.Correlations;
import org.seprank.entangle.DataTable;
import org.seprank.entangle.Rearrangement;
import org.seprank.entangle.SampledEntanglement;
import org.seprank.graph.Graph;
import org.seprank.report.Document;
import org.seprank.report.number.Numbers;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.NetworkShape;

/**
 * The entanglement of data across partitions of its sites (arXiv 2303.11249): of the canonical ones of each level and
 * of those that are stated; where the sites are the vertices of a graph, beside what a network can model across them;
 * and, on request, after rearranging the sites.
 *
 * @param source the table
 * @param sampling how it is mapped and sampled
 * @param levels how many levels of canonical partitions are measured; 0: none
 * @param partitions stated ones, as on the command line; empty: those that a graph of the sites suggests
 * @param network whose bounds are given where the sites are vertices
 * @param files the rearrangement and what is written of it
 */
public record EntangleStudy(
        TableSource source,
        SampledEntanglement.Options sampling,
        int levels,
        List<String> partitions,
        NetworkShape network,
        RearrangedFiles files)
        implements Study {
    /** Checks the range. */
    public EntangleStudy {
        partitions = List.copyOf(partitions);
        if (levels < 0 || levels > Integer.SIZE) {
            throw new IllegalArgumentException("levels " + levels + " is not in 0.." + Integer.SIZE);
        }
    }

    @Override
    public Question question() {
        Question question = source.addTo(Question.of("entangle"))
                .with("theta", sampling.theta())
                .with("batch", sampling.batch())
                .with("batches", sampling.batches())
                .with("noise", sampling.noise())
                .with("levels", levels)
                .with("partition", partitions);
        return files.addTo(network.addTo(question)).with("seed", sampling.seed());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        files.check();
        TableInput input = source.read(context.warnings());
        List<SiteCut> stated = SiteCut.stated(input, partitions, sampling.seed());
        Document.Builder document = Document.of("entangle");
        Answer answer = new Answer();
        boolean complete = true;
        try {
            answer.find(input, stated, context);
        } catch (CancellationException interrupted) {
            complete = false;
        }
        answer.say(input, document, context.draws());
        if (!complete) {
            document.note("Interrupted: " + answer.cuts.size() + " partitions were measured.");
        }
        return new Outcome(context.provenance(question(), input.inputs()), document.build(), Verdict.of(complete));
    }

    /** What was found so far. */
    private final class Answer {
        private final List<MeasuredCut> cuts = new ArrayList<>();
        private final List<EntangleTables.Demand> demands = new ArrayList<>();
        private final List<MeasuredCut> after = new ArrayList<>();
        private Optional<Rearrangement> rearranged = Optional.empty();

        void find(TableInput input, List<SiteCut> stated, Context context) throws IOException {
            DataTable table = input.table();
            Optional<Correlations> weights = table.sites().size() > Correlations.MOST_SITES
                    ? Optional.empty()
                    : Optional.of(Correlations.of(table, context.progress()));
            List<SiteCut> canonical = SiteCut.canonical(input.grid(), levels);
            List<SiteCut> all = new ArrayList<>(stated);
            all.addAll(canonical);
            new MeasuredCut.Measuring(SampledEntanglement.over(table, sampling), weights, context.progress())
                    .measure(all, cuts);
            List<Graph> graphs = CutCapacity.drawn(input.sites().graphs(), sampling.seed());
            for (MeasuredCut cut : graphs.isEmpty() ? List.<MeasuredCut>of() : cuts) {
                demands.add(
                        new EntangleTables.Demand(cut, CutCapacity.of(graphs, network, cut.cut(), context.progress())));
            }
            if (files.asked()) {
                Correlations known = weights.orElseThrow(() -> new IllegalArgumentException(
                        "--rearrange takes " + Correlations.MOST_SITES + " sites at most"));
                Rearrangement found = Rearrangement.of(known, input.grid(), files.options(), context.progress());
                rearranged = Optional.of(found);
                DataTable turned = table.rearranged(found.order());
                Correlations ofTurned = Correlations.of(turned, context.progress());
                new MeasuredCut.Measuring(
                                SampledEntanglement.over(turned, sampling), Optional.of(ofTurned), context.progress())
                        .measure(canonical, after);
                files.write(input, found, turned);
            }
        }

        void say(TableInput input, Document.Builder document, boolean draws) {
            EntangleTables tables = new EntangleTables(input, sampling);
            document.add(tables.facts(source.location()));
            List<EntangleTables.Level> byLevel = new ArrayList<>(tables.byLevel("given", cuts));
            byLevel.addAll(tables.byLevel("rearranged", after));
            document.add(EntangleTables.levels(
                    "Mean entanglement across the canonical partitions of each level, in nats", byLevel));
            if (draws && !byLevel.isEmpty()) {
                document.add(EntangleTables.figure(byLevel));
            }
            document.add(tables.cuts(cuts));
            if (!demands.isEmpty()) {
                document.add(EntangleTables.capacity("network of depth " + network.depth(), demands));
                document.note(carried());
                suggestion().ifPresent(document::note);
            }
            tables.saturated(cuts).ifPresent(document::note);
            rearranged.ifPresent(found -> document.note("Rearranging lowers the surrogate entanglement, summed over all"
                    + " canonical partitions, from " + Numbers.real(found.before()) + " to "
                    + Numbers.real(found.after()) + "."));
        }

        private String carried() {
            long enough = of(CutCapacity.Verdict.ENOUGH);
            long less = of(CutCapacity.Verdict.TOO_LITTLE);
            String kind = "network of depth " + network.depth();
            return enough == demands.size()
                    ? "Almost every " + kind + " has the rank for all " + enough + " partitions."
                    : "Almost every " + kind + " has the rank for " + enough + " of " + demands.size()
                            + " partitions; for " + less + " no " + kind
                            + " has it, whatever its weights.";
        }

        private long of(CutCapacity.Verdict verdict) {
            return demands.stream()
                    .filter(demand -> demand.verdict() == verdict)
                    .count();
        }

        private Optional<String> suggestion() {
            return demands.stream()
                    .filter(demand -> demand.perWalk() > 0 && Double.isFinite(demand.perWalk()))
                    .max(Comparator.comparingDouble(EntangleTables.Demand::perWalk))
                    .map(demand -> "The data asks most of the walks across "
                            + demand.cut().cut().name() + ": an entropy of "
                            + Numbers.real(demand.cut().entropy().mean())
                            + " over a walk index of " + demand.capacity().walkIndex()
                            + ". A sparsifier should spare the edges of this partition.");
        }
    }

    @Override
    public Optional<Estimate> estimate(Context context) throws IOException {
        TableInput input = source.read(context.warnings());
        DataTable table = input.table();
        int canonical = SiteCut.canonical(input.grid(), levels).size();
        int stated = SiteCut.stated(input, partitions, sampling.seed()).size();
        double m = Math.min(table.samples(), sampling.batch());
        int columns = table.sites().size() * table.channels();
        double states = 16 * m * columns * sampling.batchesOf(table.samples());
        double grams = context.threads() * 50 * m * m;
        double pairs = 8.0 * table.sites().size() * table.sites().size();
        Estimate estimate = Estimate.under(new EntangleTables(input, sampling).facts(source.location()))
                .add("correlations", Estimate.seconds(Correlations.steps(table)) / context.threads(), pairs)
                .add(
                        "entanglement across " + (canonical + stated) + " partitions",
                        Estimate.seconds(SampledEntanglement.steps(
                                        canonical + stated, table.samples(), columns, sampling))
                                / context.threads(),
                        states + grams + pairs);
        if (files.asked()) {
            estimate.add(
                            "rearranging",
                            Estimate.seconds(Rearrangement.steps(table.sites().size(), files.options())),
                            pairs)
                    .add(
                            "entanglement after it",
                            Estimate.seconds(SampledEntanglement.steps(canonical, table.samples(), columns, sampling))
                                    / context.threads(),
                            states + grams + 2 * pairs);
        }
        return Optional.of(estimate);
    }
}
