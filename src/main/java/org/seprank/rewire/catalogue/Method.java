package org.seprank.rewire.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.setting.Setting;
import org.seprank.walk.Interaction;

/**
 * A way to change graphs, under its name: a line of the catalogue. {@link #rewire} runs it on any {@link Request},
 * {@link #order} on a graph alone. What sets it apart are its traits; what is asked is checked against them.
 */
public final class Method {
    /** What sets a method apart. */
    enum Trait {
        /** It only removes edges, one after the other, heeds the rules of removals and can be gone on with. */
        ONLY_REMOVES,
        /** It only adds edges between vertices that there are, one after the other. */
        ONLY_ADDS,
        /** It would go on exchanging edges for ever. */
        ENDLESS,
        /** Its order depends on the depth of the network as on nothing else. */
        BY_DEPTH,
        /** Nothing about it is random. */
        SEEDLESS,
        /** It may be told which interactions count. */
        TAKES_INTERACTIONS,
        /** It must be told which interactions count. */
        NEEDS_INTERACTIONS,
        /** It trains on the labels of a dataset; made where networks are known. */
        NEEDS_LABELS,
        /** It compares the features of vertices. */
        NEEDS_FEATURES
    }

    /** Decides on the edits of a request whose setting is complete. */
    @FunctionalInterface
    private interface Work {
        EditList edits(Method method, Request request);
    }

    private final String id;
    private final String summary;
    private final List<Setting> parameters;
    private final Set<Trait> traits;
    private final Work work;

    private Method(String id, String summary, List<Setting> parameters, Set<Trait> traits, Work work) {
        this.id = id;
        this.summary = summary;
        this.parameters = List.copyOf(parameters);
        this.traits = traits;
        this.work = work;
    }

    /** A method that removes edges. */
    static Method removal(
            String id,
            String summary,
            List<Setting> parameters,
            BiFunction<List<Interaction>, MethodSetting, Sparsifier> maker,
            Trait... more) {
        Set<Trait> traits = EnumSet.of(Trait.ONLY_REMOVES, more);
        return new Method(id, summary, parameters, traits, (method, request) -> {
            Sparsifier sparsifier = maker.apply(request.interactions(), request.setting());
            return sparsify(sparsifier, request);
        });
    }

    /** A method that removes edges by what a network learns about them. */
    static Method trained(String id, String summary, List<Setting> parameters) {
        Set<Trait> traits = EnumSet.of(Trait.ONLY_REMOVES, Trait.NEEDS_LABELS);
        return new Method(id, summary, parameters, traits, (method, request) -> {
            return sparsify(request.known().training().sparsifier(method, request.setting()), request);
        });
    }

    /** A method that adds edges, or exchanges them. */
    static Method change(
            String id,
            String summary,
            List<Setting> parameters,
            BiFunction<List<Interaction>, MethodSetting, Rewirer> maker,
            Trait... more) {
        return changing(
                id, summary, parameters, request -> maker.apply(request.interactions(), request.setting()), more);
    }

    /** A method that adds edges, or exchanges them, and looks at the features of vertices where there are some. */
    static Method described(
            String id,
            String summary,
            List<Setting> parameters,
            BiFunction<Features, MethodSetting, Rewirer> maker,
            Trait... more) {
        return changing(
                id, summary, parameters, request -> maker.apply(request.known().features(), request.setting()), more);
    }

    private static Method changing(
            String id, String summary, List<Setting> parameters, Function<Request, Rewirer> maker, Trait... more) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(List.of(more));
        return new Method(id, summary, parameters, traits, (method, request) -> {
            int count = request.budget().edits(request.graph().edgeCount());
            return maker.apply(request).rewire(request.graph(), count, request.progress());
        });
    }

    private static EditList sparsify(Sparsifier sparsifier, Request request) {
        Sparsification task =
                Sparsification.of(request.graph(), request.budget()).resuming(request.decided());
        return sparsifier.sparsify(task, request.sink(), request.progress());
    }

    /** The same, of which nothing is random. */
    Method seedless() {
        Set<Trait> more = EnumSet.of(Trait.SEEDLESS);
        more.addAll(traits);
        return new Method(id, summary, parameters, more, work);
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    /** What it does, in a line, with its source. */
    public String summary() {
        return summary;
    }

    /** How long it takes. */
    public MethodCost cost() {
        return MethodCost.of(id);
    }

    /** What can be set. */
    public List<Setting> parameters() {
        return parameters;
    }

    /** The names of {@link #parameters}. */
    public List<String> parameterNames() {
        return parameters.stream().map(Setting::name).toList();
    }

    /** Whether it only removes edges. */
    public boolean onlyRemoves() {
        return traits.contains(Trait.ONLY_REMOVES);
    }

    /** Whether it only adds edges between vertices that there are. */
    public boolean onlyAdds() {
        return traits.contains(Trait.ONLY_ADDS);
    }

    /** Whether its order depends on the depth of the network, and on no seed. */
    public boolean byDepth() {
        return traits.contains(Trait.BY_DEPTH);
    }

    /** Whether its order is the same from every seed. */
    public boolean isSeedless() {
        return byDepth() || traits.contains(Trait.SEEDLESS);
    }

    /** Whether it can be told which interactions count. */
    public boolean takesInteractions() {
        return traits.contains(Trait.TAKES_INTERACTIONS) || needsInteractions();
    }

    /** Whether it must be told which interactions count. */
    public boolean needsInteractions() {
        return traits.contains(Trait.NEEDS_INTERACTIONS);
    }

    /** Whether it trains on the labels of a dataset. */
    public boolean needsLabels() {
        return traits.contains(Trait.NEEDS_LABELS);
    }

    /** Whether it compares the features of vertices, so that there must be some. */
    public boolean needsFeatures() {
        return traits.contains(Trait.NEEDS_FEATURES);
    }

    /** What it is called for networks of that depth, such as "2-WIS (depth 3)". */
    public String label(int depth) {
        return byDepth() ? order(depth) + " (depth " + depth + ")" : id;
    }

    /** The name of the order of a method {@linkplain #byDepth by depth}, such as 2-WIS for 3 layers. */
    public String order(int depth) {
        return (depth - 1) + "-" + id.toUpperCase(Locale.ROOT);
    }

    /**
     * The setting with the usual values of parameters that it does not give.
     *
     * @throws IllegalArgumentException if it gives one that the method has not
     */
    public MethodSetting completed(MethodSetting setting) {
        return setting.completedFor(this);
    }

    /**
     * Checks what can be checked before there is a graph.
     *
     * @param interactions whether some are stated
     * @throws IllegalArgumentException if the method cannot be asked so
     */
    public void check(Budget budget, RemovalRules rules, boolean interactions) {
        if (!interactions && needsInteractions()) {
            throw new IllegalArgumentException(
                    "method " + id + " rewires for stated partitions; name them with --protect (compare: --partition)");
        }
        if (interactions && !takesInteractions()) {
            throw new IllegalArgumentException("--protect goes with the methods " + Methods.takingInteractions());
        }
        if (budget == Budget.all() && traits.contains(Trait.ENDLESS)) {
            throw new IllegalArgumentException("method " + id + " has no last edit; say --edit N or P%");
        }
        if (budget instanceof Budget.MeanDegree && !onlyRemoves() && !onlyAdds()) {
            throw new IllegalArgumentException(
                    "--mean-degree goes with methods that only remove or only add edges, but " + id
                            + " exchanges them or adds vertices; say --edit N or P%");
        }
        if (!rules.equals(RemovalRules.defaults()) && !onlyRemoves()) {
            throw new IllegalArgumentException(
                    "--ties, --chunk, --keep-connected and --no-isolated go with methods that only remove edges, not "
                            + id);
        }
    }

    /**
     * Decides on edits.
     *
     * @return the decided and the new edits, in order; fewer than asked for if the method finds no more
     * @throws IllegalArgumentException if the method cannot be asked so, or is not defined on such a graph
     */
    public EditList rewire(Request request) {
        MethodSetting setting = completed(request.setting());
        Budget budget = request.budget().in(request.graph(), !onlyRemoves());
        check(request.budget(), setting.rules(), !request.interactions().isEmpty());
        if (request.decided().size() > 0 && !onlyRemoves()) {
            throw new IllegalArgumentException("--resume goes on with removals; method " + id + " starts anew");
        }
        if (needsFeatures() && request.known().features().columns() == 0) {
            throw new IllegalArgumentException("method " + id
                    + " compares the features of vertices, but there are none; name a dataset that has features");
        }
        return work.edits(this, request.with(setting).with(budget));
    }

    /** All edits for a graph, for networks of {@value MethodSetting#DEPTH} layers, with seed 0. */
    public EditList order(Graph graph) {
        return order(graph, 0, MethodSetting.DEPTH);
    }

    /**
     * All edits for a graph.
     *
     * @param seed of everything random
     * @param depth of the network that the graph is prepared for
     * @throws IllegalArgumentException if there is no last edit, or the method needs to be told more
     */
    public EditList order(Graph graph, long seed, int depth) {
        return rewire(Request.of(graph, Budget.all()).with(MethodSetting.of(seed, depth)));
    }

    @Override
    public String toString() {
        return id;
    }
}
