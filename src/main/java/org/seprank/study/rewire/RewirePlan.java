package org.seprank.study.rewire;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.seprank.dataset.NodeDataset;
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
import org.seprank.rewire.catalogue.Request;
import org.seprank.rewire.catalogue.Setting;
import org.seprank.rewire.edit.EditHeader;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.study.Provenance;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.rewire.mask.EdgeMasks;
import org.seprank.study.rewire.mask.MaskOptions;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

/**
 * Which edges of a graph change.
 *
 * @param method how they are chosen
 * @param budget how many
 * @param rules ties, chunks and safeguards of removals
 * @param protect partitions, as on the command line: those whose walk indices wis keeps high, or that the method is for
 * @param values of the method's parameters
 */
public record RewirePlan(
        Method method, Budget budget, RemovalRules rules, List<String> protect, Map<String, String> values) {
    /** Keeps lists. */
    public RewirePlan {
        protect = List.copyOf(protect);
        values = new TreeMap<>(values);
        method.check(budget, rules, !protect.isEmpty());
    }

    /**
     * How a decision is made and watched.
     *
     * @param seed of everything random
     * @param sink gets each removal at once
     * @param progress told the number of edits
     */
    record Watch(long seed, EditSink sink, Progress progress) {}

    /** The edits for that graph. */
    EditList decide(GraphInput read, NetworkShape network, EditList decided, Watch watch) throws IOException {
        Graph graph = read.graph();
        Request request = Request.of(graph, budget)
                .with(new Setting(watch.seed(), network.depth(), rules, values))
                .forInteractions(interactions(graph, network, watch.seed()))
                .trainedBy((trained, setting) -> masks(read, setting))
                .resuming(decided)
                .watchedBy(watch.sink(), watch.progress());
        return method.rewire(request);
    }

    private Sparsifier masks(GraphInput read, Setting setting) {
        NodeDataset dataset = read.dataset()
                .orElseThrow(() -> new IllegalArgumentException("method " + method.id()
                        + " trains on the labels of a dataset, but " + read.location() + " is a graph"));
        NetworkKind kind = NetworkKind.named(setting.text("model"));
        GnnSpec spec = kind.usual(setting.depth(), setting.whole("width"), false, setting.seed());
        return EdgeMasks.sparsifier(dataset, spec, MaskOptions.of(setting), rules);
    }

    private List<Interaction> interactions(Graph graph, NetworkShape network, long seed) throws IOException {
        if (protect.isEmpty()) {
            return List.of();
        }
        Target target = network.targetIn(graph);
        return ChosenPartitions.of(graph, protect, seed).partitions().stream()
                .map(partition -> new Interaction(partition.vertices(), target))
                .toList();
    }

    /** What a file of the edits says about them. */
    EditHeader header(GraphInput read, NetworkShape network, long seed) {
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
        settings.put("seed", Long.toString(seed));
        Setting setting = new Setting(seed, network.depth(), rules, values);
        return EditHeader.of(read.location(), read.graph())
                .decidedBy(settings, method.completed(setting).values())
                .withVersion(Provenance.currentVersion());
    }

    /** How many edits were asked for, where that is a number. */
    OptionalInt asked(Graph graph) {
        if (budget == Budget.all()) {
            return OptionalInt.empty();
        }
        int edges = graph.edgeCount();
        return OptionalInt.of(method.onlyRemoves() ? budget.removals(edges) : budget.edits(edges));
    }

    /**
     * What was done.
     *
     * @param replayed the file whose edits were made; empty if the method decided
     */
    Block facts(NetworkShape network, EditList rewiring, String replayed) {
        int added = rewiring.additionCount();
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("method", Value.of(replayed.isEmpty() ? describe(network) : "edits of " + replayed));
        facts.put("removed", Value.of(rewiring.size() - added));
        facts.put("added", Value.of(added));
        if (!rewiring.vertices().isEmpty()) {
            facts.put("new_vertices", Value.of(rewiring.vertices().size()));
        }
        if (method.onlyRemoves() && replayed.isEmpty()) {
            facts.put("ties", Value.of(rules.ties().name().toLowerCase(Locale.ROOT)));
            facts.put("chunk", Value.of(rules.chunk()));
            facts.put("keep_connected", Value.of(rules.keepConnected()));
            facts.put("no_isolated", Value.of(rules.noIsolated()));
        }
        return new Facts("rewire", "Edges changed", facts);
    }

    private String describe(NetworkShape network) {
        String verb = method.onlyRemoves() ? " protecting " : " for ";
        String of = protect.isEmpty() ? "" : verb + String.join(" ", protect);
        return method.label(network.depth()) + of + (values.isEmpty() ? "" : " " + values);
    }
}
