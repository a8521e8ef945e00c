package org.seprank.study.compare;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.entangle.DataProtection;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSet;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.set.AnswerNumbers;
import org.seprank.study.set.EachGraph;
import org.seprank.study.set.GraphStudy;

/**
 * Methods side by side on one graph: what each does with the same budgets to walk indices, spectral gap and homophily,
 * and apart from the answer how long it takes; on request also how networks do that are trained afterwards, and which
 * method to take. Random removal, and random addition where a method adds, are always there as controls. Methods that a
 * seed matters to are run with several; differences to the control are over pairs of equal seeds. A method that refuses
 * the graph, or fails, is noted, and the others go on.
 *
 * @param source the graph, or a dataset
 * @param network the network that the graph is prepared for
 * @param methods names of the catalogue
 * @param budgets how many edits
 * @param partitions partitions whose walk indices are compared, as on the command line; the goals of methods that need
 *     some
 * @param protect partitions that wis protects and that are the goals of methods that need some, as on the command line;
 *     compared too
 * @param scope how much is done
 * @param downstream networks that are trained after the edits; null: none
 */
public record CompareStudy(
        GraphSource source,
        NetworkShape network,
        List<String> methods,
        List<Budget> budgets,
        List<String> partitions,
        List<String> protect,
        Scope scope,
        @Nullable Downstream downstream)
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

    /**
     * How much is done.
     *
     * @param seeds how many runs of each method that a seed matters to, in 1..1000
     * @param seed of the first run; the others have the next ones
     * @param measured whether graphs after edits are measured; else edges are counted only
     * @param limit of the seconds that a method may take for its largest budget, by a rough estimate; infinite: none
     */
    public record Scope(int seeds, long seed, boolean measured, double limit) {
        /** Checks the range. */
        public Scope {
            if (seeds < 1 || seeds > MOST_SEEDS) {
                throw new IllegalArgumentException("seeds " + seeds + " is not in 1.." + MOST_SEEDS);
            }
            if (!(limit > 0)) {
                throw new IllegalArgumentException("limit of " + limit + " seconds is not positive");
            }
        }
    }

    /** Keeps the lists. */
    public CompareStudy {
        methods = List.copyOf(methods);
        budgets = List.copyOf(budgets);
        partitions = List.copyOf(partitions);
        protect = List.copyOf(protect);
        if (methods.isEmpty() || budgets.isEmpty()) {
            throw new IllegalArgumentException("no method or no budget to compare");
        }
    }

    @Override
    public Question question() {
        Question question = network.addTo(source.addTo(Question.of("compare")))
                .with("methods", withControls().stream().map(Method::id).toList())
                .with("budgets", budgets.stream().map(Budget::text).toList())
                .with("partition", partitions)
                .with("protect", protect);
        Question counted = scope.measured() ? question : question.with("measures", false);
        Question asked = Double.isInfinite(scope.limit()) ? counted : counted.with("limit", scope.limit());
        return (downstream == null ? asked : downstream.addTo(asked))
                .with("seeds", scope.seeds())
                .with("seed", scope.seed());
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
    public EachGraph over(GraphSet set) throws IOException {
        if (downstream != null) {
            throw new IllegalArgumentException("--train is of one graph here, but there are " + set.size()
                    + "; rewire them with 'seprank rewire', and train on what it writes");
        }
        return GraphStudy.super.over(set);
    }

    @Override
    public Outcome run(GraphInput read, Context context) throws IOException {
        return new ComparisonRun(this, read, context).of(withControls());
    }

    /**
     * The scores of networks on the graph as it is, and nothing else.
     *
     * @throws IllegalArgumentException if none are to be trained
     * @throws java.util.concurrent.CancellationException if {@code context} asks to stop
     */
    public TrainedMethod unedited(GraphInput read, Context context) throws IOException {
        DownstreamScores scores = scores(read);
        scores.trainUnedited(context);
        return scores.entries().get(0);
    }

    /**
     * The scores of networks after the methods and budgets that were named, without controls.
     *
     * @throws IllegalArgumentException if a method refuses the graph, or no networks are to be trained
     * @throws java.util.concurrent.CancellationException if {@code context} asks to stop
     */
    public List<TrainedMethod> trained(GraphInput read, Context context) throws IOException {
        DownstreamScores scores = scores(read);
        DataProtection data = DataProtection.of(protect, read, scope.seed(), context.warnings());
        Decisions decisions = new Decisions(this, read, scores.splits(), data);
        for (String name : methods) {
            MethodRun run = decisions.of(Methods.named(name), context.progress());
            for (Budget budget : budgets) {
                scores.train(run, budget, context);
            }
        }
        return scores.entries();
    }

    private DownstreamScores scores(GraphInput read) throws IOException {
        if (downstream == null) {
            throw new IllegalArgumentException("no networks are to be trained");
        }
        return new DownstreamScores(downstream, downstream.over(read, scope.seed()), scope.seeds());
    }

    /** The partitions that are compared. */
    List<String> stated() {
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
}
