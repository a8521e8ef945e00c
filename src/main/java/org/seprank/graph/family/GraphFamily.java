package org.seprank.graph.family;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.seprank.graph.Graph;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.setting.Specification;

/**
 * A family of graphs, such as cycles, of which a specification {@code family:cycle,n=12} picks one: the name and then
 * {@code parameter=value} pairs with commas between them. Families of random graphs also take {@code seed=..}.
 */
public final class GraphFamily {
    /** What a specification starts with. */
    public static final String PREFIX = "family:";

    private static final long MILLION = 1_000_000;
    private static final Setting SEED =
            Setting.whole("seed", "", Long.MIN_VALUE, Long.MAX_VALUE, "seed of the random choices");

    private static final List<GraphFamily> ALL = List.of(
            of("path", "a path", RegularGraphs::path, vertices(1)),
            of("cycle", "a cycle", RegularGraphs::cycle, vertices(3)),
            of("star", "vertex 0 joined to all others", RegularGraphs::star, vertices(1)),
            of("complete", "all pairs joined", RegularGraphs::complete, Setting.whole("n", "", 1, 2000, "vertices")),
            of(
                    "grid",
                    "a square grid, numbered row by row",
                    RegularGraphs::grid,
                    Setting.whole("rows", "", 2, 1000, "rows"),
                    Setting.whole("cols", "", 2, 1000, "columns")),
            of(
                    "hypercube",
                    "a hypercube",
                    RegularGraphs::hypercube,
                    Setting.whole("d", "", 1, 16, "dimension, 2^d vertices")),
            of("petersen", "the Petersen graph", RegularGraphs::petersen),
            of(
                    "barbell",
                    "two cliques joined by a path",
                    RegularGraphs::barbell,
                    Setting.whole("clique", "", 2, 2000, "vertices of each clique"),
                    Setting.whole("path", "", 0, MILLION, "vertices of the path between them")
                            .orElse("0")),
            of(
                    "two-cliques",
                    "the cliques 0..k-1 and k..2k-1 with a bridge between 0 and k",
                    RegularGraphs::twoCliques,
                    Setting.whole("k", "", 1, 2000, "vertices of each clique")),
            of(
                    "tree",
                    "a balanced tree, numbered level by level from the root",
                    RegularGraphs::tree,
                    Setting.whole("branching", "", 1, MILLION, "children of every inner vertex"),
                    Setting.whole("depth", "", 0, MILLION, "edges from the root to a leaf")),
            of("karate", "Zachary's karate club with vertex attribute 'faction'", KarateClub::graph),
            random("random-tree", "a uniformly random labelled tree", RandomGraphs::tree, vertices(2)),
            random(
                    "erdos-renyi",
                    "every pair joined with probability p, or m edges at random",
                    RandomGraphs::erdosRenyi,
                    Setting.whole("n", "", 1, 100 * MILLION, "vertices"),
                    Setting.real("p", "", 0, 1, "probability of an edge (or m)"),
                    Setting.whole("m", "", 0, 400 * MILLION, "edges (or p)")),
            random(
                    "barabasi-albert",
                    "preferential attachment to a clique of m+1 vertices",
                    RandomGraphs::barabasiAlbert,
                    Setting.whole("n", "", 2, 100 * MILLION, "vertices"),
                    Setting.whole("m", "", 1, MILLION, "edges of every new vertex, less than n")),
            random(
                    "watts-strogatz",
                    "a ring of k nearest neighbours, each edge rewired with probability p",
                    RandomGraphs::wattsStrogatz,
                    vertices(3),
                    Setting.whole("k", "", 2, 2000, "neighbours on the ring, even, less than n"),
                    Setting.real("p", "", 0, 1, "probability of rewiring an edge")
                            .orElse("0.1")),
            random(
                    "sbm",
                    "stochastic block model with vertex attribute 'block'",
                    RandomGraphs::blocks,
                    Setting.whole("blocks", "", 1, 10_000, "blocks of equal size (with size)"),
                    Setting.whole("size", "", 1, 10 * MILLION, "vertices of each block (with blocks)"),
                    new Setting(
                            "sizes",
                            new Setting.Several(new Setting.Whole(1, 10 * MILLION), "+", false),
                            "",
                            "vertices of each block, as 30+30+40 (or blocks and size)"),
                    Setting.real("p_in", "", 0, 1, "probability of an edge inside a block"),
                    Setting.real("p_out", "", 0, 1, "probability of an edge between blocks")),
            random(
                    "power-law",
                    "Chung-Lu graph, expected degree of vertex i in proportion to (i+1)^(-1/(exponent-1))",
                    RandomGraphs::powerLaw,
                    Setting.whole("n", "", 2, 100 * MILLION, "vertices"),
                    Setting.whole("m", "", 0, 400 * MILLION, "edges"),
                    Setting.real("exponent", "", 2.05, 10, "exponent of the degree distribution")
                            .orElse("2.5")));

    /** Makes the graph of given parameters. */
    @FunctionalInterface
    private interface Maker {
        Graph make(Settings settings);
    }

    private final String name;
    private final String description;
    private final List<Setting> parameters;
    private final Maker maker;

    private GraphFamily(String name, String description, List<Setting> parameters, Maker maker) {
        this.name = name;
        this.description = description;
        this.parameters = parameters;
        this.maker = maker;
    }

    private static GraphFamily of(String name, String description, Maker maker, Setting... parameters) {
        return new GraphFamily(name, description, List.of(parameters), maker);
    }

    private static GraphFamily random(String name, String description, Maker maker, Setting... parameters) {
        List<Setting> withSeed = new ArrayList<>(List.of(parameters));
        withSeed.add(SEED);
        return new GraphFamily(name, description, List.copyOf(withSeed), maker);
    }

    private static Setting vertices(int least) {
        return Setting.whole("n", "", least, MILLION, "vertices");
    }

    /** All families, in the order of help texts. */
    public static List<GraphFamily> list() {
        return ALL;
    }

    /** Whether a text is meant to be a specification: it starts with {@value #PREFIX}. */
    public static boolean isSpecification(String text) {
        return text.startsWith(PREFIX);
    }

    /**
     * The graph that a specification names; {@value #PREFIX} in front may be missing.
     *
     * @param seed seed of a random graph whose specification gives none
     * @throws IllegalArgumentException if there is no such family or a parameter is unknown, missing or out of its
     *     range
     */
    public static Graph parse(String specification, long seed) {
        Specification parts = Specification.parse(
                isSpecification(specification) ? specification.substring(PREFIX.length()) : specification);
        for (GraphFamily family : ALL) {
            if (family.name.equals(parts.name())) {
                return family.make(parts, seed);
            }
        }
        throw new IllegalArgumentException("no graph family '" + parts.name() + "', only "
                + ALL.stream().map(GraphFamily::name).collect(Collectors.joining(", ")));
    }

    private Graph make(Specification parts, long seed) {
        List<Setting> known = parameters.stream()
                .map(parameter -> parameter.equals(SEED) ? SEED.orElse(Long.toString(seed)) : parameter)
                .toList();
        Settings settings = parts.settings(known, usage());
        try {
            return maker.make(settings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage() + "; use " + usage(), e);
        }
    }

    /** The family's name in a specification. */
    public String name() {
        return name;
    }

    /** What its graphs are. */
    public String description() {
        return description;
    }

    /** Its parameters in their order, {@code seed} included where graphs are random. */
    public List<Setting> parameters() {
        return parameters;
    }

    /** A specification with every parameter, such as {@code family:cycle,n=3..1000000}. */
    public String usage() {
        StringBuilder usage = new StringBuilder(PREFIX).append(name);
        for (Setting parameter : parameters) {
            usage.append(',').append(parameter.name()).append('=');
            usage.append(parameter.equals(SEED) ? "SEED" : parameter.range());
        }
        return usage.toString();
    }

    @Override
    public String toString() {
        return usage();
    }
}
