package org.seprank.study.rewire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.seprank.dataset.Homophily;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.spectral.SpectralGap;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Verdict;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.set.AnswerNumbers;
import org.seprank.study.set.GraphStudy;
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/**
 * Methods side by side on one graph: what each does with the same budgets to walk indices, spectral gap and homophily,
 * and apart from the answer how long it takes. Random removal, and random addition where a method adds, are always
 * there as controls. Methods that a seed matters to are run with several; differences to the control are over pairs of
 * equal seeds.
 *
 * @param source the graph, or a dataset
 * @param network the network that the graph is prepared for
 * @param methods names of the catalogue
 * @param budgets how many edits
 * @param partitions partitions whose walk indices are compared, as on the command line; the goals of methods that need
 *     some
 * @param protect partitions that wis protects and that are the goals of methods that need some, as on the command line;
 *     compared too
 * @param seeds how many runs of each method that a seed matters to, in 1..1000
 * @param seed of the first run; the others have the next ones
 */
public record CompareStudy(
        GraphSource source,
        NetworkShape network,
        List<String> methods,
        List<Budget> budgets,
        List<String> partitions,
        List<String> protect,
        int seeds,
        long seed)
        implements GraphStudy {
    private static final int MOST_SEEDS = 1000;
    private static final AnswerNumbers NUMBERS = new AnswerNumbers(Map.of(
            "compared",
            List.of(
                    "edits",
                    "edges",
                    "components",
                    "edge_homophily",
                    "spectral_gap",
                    "mean",
                    "lower_quartile",
                    "minimum")));

    /** Keeps the lists. */
    public CompareStudy {
        methods = List.copyOf(methods);
        budgets = List.copyOf(budgets);
        partitions = List.copyOf(partitions);
        protect = List.copyOf(protect);
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new IllegalArgumentException("seeds " + seeds + " is not in 1.." + MOST_SEEDS);
        }
        if (methods.isEmpty() || budgets.isEmpty()) {
            throw new IllegalArgumentException("no method or no budget to compare");
        }
    }

    @Override
    public Question question() {
        return network.addTo(source.addTo(Question.of("compare")))
                .with("methods", withControls().stream().map(Method::id).toList())
                .with("budgets", budgets.stream().map(Budget::text).toList())
                .with("partition", partitions)
                .with("protect", protect)
                .with("seeds", seeds)
                .with("seed", seed);
    }

    @Override
    public boolean labelled() {
        return true;
    }

    /** Those of every method, called by it and the budget, as numbers of edits differ between graphs. */
    @Override
    public Map<String, Value> numbers(Document answer) {
        Map<String, Value> numbers = new LinkedHashMap<>();
        NUMBERS.of(answer)
                .forEach((name, value) -> numbers.put(
                        name.replaceFirst("(mean|lower_quartile|minimum)$", "ln_walk_index_of_v $1"), value));
        return numbers;
    }

    @Override
    public Outcome run(GraphInput read, Context context) throws IOException {
        Progress progress = context.progress();
        List<Method> chosen = withControls();
        List<Partition> stated = ChosenPartitions.ofNone(read, stated(), seed).partitions();
        ComparedMethods table = new ComparedMethods(stated, network.depth());
        List<Block.Duration> durations = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        progress.start("methods", chosen.size());
        table.add(state(read, EditList.empty(), stated));
        for (int i = 0; i < chosen.size() && !progress.cancelled(); i++) {
            try {
                durations.add(compare(chosen.get(i), read, stated, table, progress));
            } catch (CancellationException interrupted) {
                break;
            } catch (IllegalArgumentException refused) {
                refusals.add(chosen.get(i).id() + ": " + refused.getMessage());
            }
            progress.advanceTo(i + 1);
        }
        if (!refusals.isEmpty() && table.isEmpty()) {
            throw new IllegalArgumentException("no method could run; " + refusals.get(0));
        }
        Document.Builder document = Document.of("compare").add(GraphFacts.of(read));
        table.blocks().forEach(document::add);
        GraphFacts.ofWeights(read.graph(), "; the spectral gap uses it").ifPresent(document::note);
        refusals.forEach(line -> document.note("Not run: " + line));
        return new Outcome(
                context.provenance(question(), read.inputs()),
                document.build(),
                Verdict.of(!progress.cancelled()),
                durations);
    }

    private List<String> stated() {
        Set<String> stated = new LinkedHashSet<>(partitions);
        stated.addAll(protect);
        return List.copyOf(stated);
    }

    private List<Method> withControls() {
        Set<String> names = new LinkedHashSet<>(methods);
        List<Method> asked = names.stream().map(Methods::named).toList();
        if (asked.stream().anyMatch(Method::onlyRemoves)) {
            names.add("random");
        }
        if (asked.stream().anyMatch(method -> !method.onlyRemoves() && !method.needsInteractions())) {
            names.add("random-add");
        }
        return names.stream().map(Methods::named).toList();
    }

    /** Adds what a method does with each budget; the time it takes for the largest, with the first seed. */
    private Block.Duration compare(
            Method method, GraphInput read, List<Partition> stated, ComparedMethods table, Progress progress)
            throws IOException {
        List<EditList> orders = new ArrayList<>();
        double seconds = 0;
        for (int k = 0; k < (method.isSeedless() ? 1 : seeds); k++) {
            long start = System.nanoTime();
            orders.add(order(method, read, seed + k, progress));
            seconds = k == 0 ? (System.nanoTime() - start) * 1e-9 : seconds;
        }
        boolean adds = orders.get(0).additionCount() > 0;
        for (Budget budget : budgets) {
            List<ComparedMethods.State> states = new ArrayList<>();
            for (EditList all : orders) {
                int count = Math.min(edits(budget, read.graph(), method), all.size());
                states.add(state(read, all.prefix(count), stated));
            }
            table.add(method.id(), budget.text(), adds, states);
        }
        return new Block.Duration(method.id(), seconds);
    }

    private EditList order(Method method, GraphInput read, long ofSeed, Progress progress) throws IOException {
        List<String> goals = method.takesInteractions() ? protect : List.of();
        if (method.needsInteractions() && goals.isEmpty()) {
            goals = partitions;
        }
        RewirePlan plan = new RewirePlan(
                method, largest(read.graph(), method), RemovalRules.defaults(), goals, Map.of(), "", ofSeed);
        EditList order = method.rewire(plan.request(read, network).watchedBy(EditSink.none(), progress.silent()));
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        return order;
    }

    private static int edits(Budget budget, Graph graph, Method method) {
        return budget.in(graph, !method.onlyRemoves()).edits(graph.edgeCount());
    }

    private Budget largest(Graph graph, Method method) {
        Budget largest = budgets.get(0);
        for (Budget budget : budgets) {
            largest = edits(budget, graph, method) > edits(largest, graph, method) ? budget : largest;
        }
        return largest;
    }

    private ComparedMethods.State state(GraphInput read, EditList rewiring, List<Partition> stated) {
        Graph before = read.graph();
        Graph after = rewiring.applyTo(before);
        int n = after.vertexCount();
        List<Double> walks = stated.stream()
                .map(partition -> WalkIndex.log(
                        after,
                        VertexSet.of(n, partition.vertices().toArray()),
                        network.targetIn(before),
                        network.depth()))
                .toList();
        boolean labelled = n == before.vertexCount() && read.labels().missingCount() < n;
        return new ComparedMethods.State(
                rewiring.size(),
                after.edgeCount(),
                Components.of(after).count(),
                labelled ? Value.of(Homophily.of(after, read.labels()).edge()) : Value.missing(),
                SpectralGap.isDefined(after) ? SpectralGap.of(after, seed).value() : Double.NaN,
                vertexWalkIndices(after),
                walks);
    }

    /** ln(1 + walk index) of every vertex for itself, ascending; empty where counting would take long. */
    private List<Double> vertexWalkIndices(Graph graph) {
        if (SingletonWalkIndices.steps(graph, network.depth()) > Estimate.UNASKED_STEPS) {
            return List.of();
        }
        SingletonWalkIndices indices = SingletonWalkIndices.vertexPrediction(graph, network.depth());
        return IntStream.range(0, graph.vertexCount())
                .mapToObj(v -> Math.log1p(indices.at(v).doubleValue()))
                .sorted()
                .toList();
    }
}
