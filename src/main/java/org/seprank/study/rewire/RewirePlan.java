package org.seprank.study.rewire;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.io.SplitFile;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.NetworkKind;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Value;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.MethodSetting;
import org.seprank.rewire.catalogue.Request;
import org.seprank.rewire.edit.EditHeader;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.AnswerProvenance;
import org.seprank.study.Context;
import org.seprank.study.Question;
import org.seprank.study.entangle.DataProtection;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.input.TrainingPart;
import org.seprank.study.rewire.mask.EdgeMasks;
import org.seprank.study.rewire.mask.MaskOptions;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;

/**
 * Which edges of a graph change.
 *
 * @param method how they are chosen
 * @param budget how many
 * @param rules ties, chunks and safeguards of removals
 * @param protect partitions, as on the command line: those whose walk indices wis keeps high, or that the method is
 *     for; they may be {@linkplain DataProtection asked for by data}
 * @param values of the method's parameters
 * @param split the rule of the split that a method that trains on labels learns from; empty: the dataset's own, if it
 *     is one
 * @param seed of everything random
 */
public record RewirePlan(
        Method method,
        Budget budget,
        RemovalRules rules,
        List<String> protect,
        Map<String, String> values,
        String split,
        long seed)
        implements EditSource {
    /** Keeps lists. */
    public RewirePlan {
        protect = List.copyOf(protect);
        values = new TreeMap<>(values);
        method.check(budget, rules, !protect.isEmpty());
        if (!split.isEmpty() && !method.needsLabels()) {
            throw new IllegalArgumentException("--split is for methods that train on labels, not for " + method.id());
        }
    }

    @Override
    public Question addTo(Question question) {
        Question asked = question.with("method", method.id()).with("budget", budget.text());
        for (Map.Entry<String, String> parameter : parameters(1).entrySet()) {
            asked = asked.with(parameter.getKey(), Value.parsed(parameter.getValue()));
        }
        if (method.onlyRemoves()) {
            asked = asked.with("ties", rules.ties())
                    .with("chunk", rules.chunk())
                    .with("keep_connected", rules.keepConnected())
                    .with("no_isolated", rules.noIsolated());
        }
        Question more = asked.with("protect", protect);
        return method.needsLabels() ? more.with("split", split.isEmpty() ? "given" : split) : more;
    }

    /** All parameters of the method, those that are not given with their usual values. */
    private Map<String, String> parameters(int depth) {
        return method.completed(new MethodSetting(seed, depth, rules, values)).values();
    }

    @Override
    public Decided decide(Subject subject, RewireFiles files, Context context) throws IOException {
        GraphInput input = subject.input();
        EditHeader header = header(input, subject.network());
        EditList edits = files.decided(
                input.graph(),
                header,
                (decided, sink) ->
                        method.rewire(request(subject).resuming(decided).watchedBy(sink, context.progress())));
        return new Decided(edits, header, List.of());
    }

    /** What the method is asked. */
    public Request request(Subject subject) throws IOException {
        GraphInput input = subject.input();
        Optional<NodeDataset> learnt = splitAsAsked(input);
        Request plain = Request.of(input.graph(), budget);
        return input.dataset()
                .map(dataset -> plain.describedBy(dataset.features()))
                .orElse(plain)
                .with(new MethodSetting(seed, subject.network().depth(), rules, values))
                .forInteractions(interactions(subject))
                .trainedBy((trained, setting) -> masks(learntFrom(learnt, input.location()), setting));
    }

    private Optional<NodeDataset> splitAsAsked(GraphInput input) throws IOException {
        Optional<NodeDataset> dataset = input.dataset();
        return split.isEmpty() || dataset.isEmpty() || !method.needsLabels()
                ? dataset
                : Optional.of((NodeDataset) SplitFile.applied(split, dataset.get(), seed));
    }

    private Sparsifier masks(NodeDataset dataset, MethodSetting setting) {
        NetworkKind kind = NetworkKind.named(setting.text("model"));
        GnnSpec spec = kind.usual(setting.depth(), setting.whole("width"), false, setting.seed());
        return EdgeMasks.sparsifier(dataset, spec, MaskOptions.of(setting), rules);
    }

    /** The dataset with the one split that is learnt from. */
    private NodeDataset learntFrom(Optional<NodeDataset> dataset, String location) {
        NodeDataset chosen = dataset.orElseThrow(() -> new IllegalArgumentException(
                "method " + method.id() + " trains on the labels of a dataset, but " + location + " is a graph"));
        int count = chosen.splits().size();
        if (count > 1) {
            throw new IllegalArgumentException(
                    "method " + method.id() + " learns from the training part of one split, of "
                            + count + "; name it with --split given:I, I in 0.." + (count - 1)
                            + ", and train on the same, as the test parts of others hold vertices of it");
        }
        return chosen;
    }

    private static List<Interaction> interactions(Subject subject) {
        if (subject.partitions().isEmpty()) {
            return List.of();
        }
        Target target = subject.network().targetIn(subject.input().graph());
        return subject.partitions().stream()
                .map(partition -> new Interaction(partition.vertices(), target))
                .toList();
    }

    /** What a file of the edits says about them. */
    private EditHeader header(GraphInput read, NetworkShape network) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("method", method.id());
        settings.put("depth", Integer.toString(network.depth()));
        if (method.onlyRemoves()) {
            settings.put("ties", rules.ties().name().toLowerCase(Locale.ROOT));
            settings.put("chunk", Integer.toString(rules.chunk()));
            settings.put("keep_connected", Boolean.toString(rules.keepConnected()));
            settings.put("no_isolated", Boolean.toString(rules.noIsolated()));
        }
        if (!protect.isEmpty()) {
            settings.put("protect", String.join(" ", protect));
            settings.put("target", network.target());
        }
        if (method.needsLabels()) {
            learntFrom(splitAsAsked(read), read.location())
                    .splits()
                    .forEach(one -> TrainingPart.addTo(settings, split, one));
        }
        settings.put("seed", Long.toString(seed));
        return EditHeader.of(read.location(), read.graph())
                .decidedBy(settings, parameters(network.depth()))
                .withVersion(AnswerProvenance.currentVersion());
    }

    @Override
    public OptionalInt asked(Graph graph) {
        if (budget == Budget.all()) {
            return OptionalInt.empty();
        }
        int edges = graph.edgeCount();
        Budget counted = budget.in(graph, !method.onlyRemoves());
        return OptionalInt.of(method.onlyRemoves() ? counted.removals(edges) : counted.edits(edges));
    }

    @Override
    public Block facts(NetworkShape network, EditList edits) {
        return counts(describe(network), edits);
    }

    /** What was done by whom. */
    static Facts counts(String method, EditList edits) {
        int added = edits.additionCount();
        Facts facts = Facts.of("rewire", "Edges changed")
                .add("method", method)
                .add("removed", edits.size() - added)
                .add("added", added);
        return edits.vertices().isEmpty()
                ? facts
                : facts.add("new_vertices", edits.vertices().size());
    }

    private String describe(NetworkShape network) {
        String verb = method.onlyRemoves() ? " protecting " : " for ";
        String of = protect.isEmpty() ? "" : verb + String.join(" ", protect);
        return method.label(network.depth()) + of + (values.isEmpty() ? "" : " " + values);
    }
}
