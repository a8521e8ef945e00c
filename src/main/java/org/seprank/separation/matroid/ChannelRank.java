package org.seprank.separation.matroid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Modular;
import org.seprank.separation.matroid.RankUpdates.Term;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.Target;

/**
 * The {@link InteractionDimension} of a partition and what a few edges more or less would make of it, without starting
 * over: an edge changes the columns of the vertices within L-2 steps of its ends, so that {@code sum_r M_I diag(t_r)
 * M_Jᵀ} changes by two terms for each of those and each layer. Exact but for a probability of about the dimension over
 * 2³¹. Immutable, and safe for use by several threads.
 *
 * <p>Time O(|I| · dimension · n) to begin with; a change O(k · s + k³) with k terms that have s entries, and anew where
 * k exceeds {@value #MOST_TERMS}. Memory 4 |I| n bytes, I the smaller side.
 */
public final class ChannelRank {
    private static final int MOST_TERMS = 256;
    private static final long LARGEST = 200_000_000; // entries of the matrices

    private final Graph graph;
    private final VertexSet side; // the smaller one
    private final Target target;
    private final int depth;
    private final List<List<SparseVector>> columns = new ArrayList<>(); // by mode - 1
    private final boolean[][] active; // [mode - 1][vertex]
    private final int[][] generic;
    private final int[] place; // of a vertex on its side
    private final RankUpdates ranks;

    private ChannelRank(Graph graph, VertexSet partition, Target target, int depth, long seed) {
        int n = graph.vertexCount();
        this.graph = graph;
        this.side = 2 * partition.size() <= n ? partition : partition.complement();
        this.target = target;
        this.depth = depth;
        SplittableRandom random = new SplittableRandom(seed);
        Unfolding unfolding = Unfolding.of(graph, target.ends(n), depth);
        for (int mode = 1; mode < depth; mode++) {
            int power = mode;
            columns.add(GroundSet.columns(unfolding, mode)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the interaction dimension of so deep a network on this graph has too many entries in layer "
                                    + power + "; use a smaller depth")));
        }
        this.active = active(unfolding);
        this.generic = new int[depth - 1][n];
        for (int[] layer : generic) {
            Arrays.setAll(layer, j -> Math.max(1, Modular.draw(random)));
        }
        this.place = new int[n];
        int inside = 0;
        for (int v = 0; v < n; v++) {
            place[v] = side.contains(v) ? inside++ : v - inside;
        }
        this.ranks = RankUpdates.of(matrix(), MOST_TERMS, random);
    }

    /**
     * The dimension for networks of at least two layers.
     *
     * @param partition with vertices on both sides
     * @throws IllegalArgumentException if a side is empty, or the matrices would be too large
     */
    public static ChannelRank of(Graph graph, VertexSet partition, Target target, int depth, long seed) {
        if (depth < 2) {
            throw new IllegalArgumentException("depth " + depth + " has no layer between; the least is 2");
        }
        if (!partition.isProper()) {
            throw new IllegalArgumentException("one side of the partition is empty: it has " + partition.size() + " of "
                    + partition.universe() + " vertices");
        }
        long least = Math.min(partition.size(), graph.vertexCount() - partition.size());
        if (least * (graph.vertexCount() + least) > LARGEST) {
            throw new IllegalArgumentException("the interaction dimension of a side of " + least
                    + " vertices takes too much memory to follow; choose a smaller side or another objective");
        }
        return new ChannelRank(graph, partition, target, depth, seed);
    }

    private static boolean[][] active(Unfolding unfolding) {
        boolean[][] active =
                new boolean[unfolding.depth() - 1][unfolding.graph().vertexCount()];
        for (int mode = 1; mode < unfolding.depth(); mode++) {
            for (int j = 0; j < active[mode - 1].length; j++) {
                active[mode - 1][j] = unfolding.copies(mode).at(j).signum() > 0;
            }
        }
        return active;
    }

    private int[][] matrix() {
        int[][] matrix = new int[side.size()][side.universe() - side.size()];
        for (int layer = 0; layer < generic.length; layer++) {
            for (int j = 0; j < side.universe(); j++) {
                for (Term term : term(columns.get(layer).get(j), generic[layer][j], active[layer][j])) {
                    add(matrix, term);
                }
            }
        }
        return matrix;
    }

    private static void add(int[][] matrix, Term term) {
        for (int e = 0; e < term.u().indices().length; e++) {
            int factor = Modular.multiply(term.factor(), Modular.reduce(term.u().values()[e]));
            int[] row = matrix[term.u().indices()[e]];
            for (int f = 0; f < term.v().indices().length; f++) {
                int at = term.v().indices()[f];
                row[at] = Modular.reduce(
                        row[at] + (long) factor * Modular.reduce(term.v().values()[f]));
            }
        }
    }

    /** The term of a column, none where it does not cross. */
    private List<Term> term(SparseVector column, int factor, boolean isActive) {
        SparseVector in = part(column, side::contains);
        SparseVector out = part(column, i -> !side.contains(i));
        return isActive && !in.isZero() && !out.isZero() ? List.of(new Term(in, factor, out)) : List.of();
    }

    private SparseVector part(SparseVector column, IntPredicate rows) {
        int[] at = IntStream.range(0, column.indices().length)
                .filter(e -> rows.test(column.indices()[e]))
                .toArray();
        return new SparseVector(
                Arrays.stream(at).map(e -> place[column.indices()[e]]).toArray(),
                Arrays.stream(at).mapToLong(e -> column.values()[e]).toArray());
    }

    /** The interaction dimension. */
    public int value() {
        return ranks.rank();
    }

    /** What it would be with those edges of the graph removed and those new ones added. */
    public int after(List<Edge> removed, List<Edge> added) {
        Changed changed = new Changed(removed, added);
        List<Term> terms = changed.terms();
        if (terms.size() > MOST_TERMS) {
            return new ChannelRank(changed.graph(), side, target, depth, 0).value();
        }
        return terms.isEmpty() ? value() : ranks.with(terms.toArray(Term[]::new));
    }

    /** The graph after a change, as far as columns differ. */
    private final class Changed {
        private final Map<Integer, int[]> in = new HashMap<>(); // in-neighbours of vertices that have others now
        private final List<Edge> removed;
        private final List<Edge> added;

        Changed(List<Edge> removed, List<Edge> added) {
            this.removed = removed;
            this.added = added;
            removed.forEach(edge -> both(
                    edge,
                    (tail, head) -> in.put(
                            head,
                            Arrays.stream(now(head)).filter(i -> i != tail).toArray())));
            added.forEach(edge -> both(
                    edge,
                    (tail, head) -> in.put(
                            head,
                            IntStream.concat(Arrays.stream(now(head)), IntStream.of(tail))
                                    .toArray())));
        }

        @FunctionalInterface
        private interface Arc {
            void from(int tail, int head);
        }

        private void both(Edge edge, Arc arc) {
            arc.from(edge.u(), edge.v());
            if (!graph.directed()) {
                arc.from(edge.v(), edge.u());
            }
        }

        private int[] now(int head) {
            int[] changed = in.get(head);
            Adjacency before = graph.in();
            return changed != null
                    ? changed
                    : Arrays.copyOfRange(before.neighbours(), before.offsets()[head], before.offsets()[head + 1]);
        }

        Graph graph() {
            BitSet gone = new BitSet();
            removed.forEach(edge -> gone.set(graph.edgeBetween(edge.u(), edge.v())));
            return graph.without(gone).with(added);
        }

        List<Term> terms() {
            int n = graph.vertexCount();
            boolean[][] now =
                    target instanceof Target.WholeGraph ? active : active(Unfolding.of(graph(), target.ends(n), depth));
            List<Term> terms = new ArrayList<>();
            Map<Integer, SparseVector> before = Map.of(); // columns of the layer below that have changed
            long[] sums = new long[n];
            for (int layer = 0; layer < generic.length; layer++) {
                Map<Integer, SparseVector> here = columns(layer, before, sums);
                for (int j = 0; j < n; j++) {
                    boolean switched = now[layer][j] != active[layer][j];
                    if (switched || here.containsKey(j)) {
                        SparseVector old = columns.get(layer).get(j);
                        int factor = generic[layer][j];
                        terms.addAll(term(old, Modular.PRIME - factor, active[layer][j]));
                        terms.addAll(term(here.getOrDefault(j, old), factor, now[layer][j]));
                    }
                }
                before = here;
            }
            return terms;
        }

        private Map<Integer, SparseVector> columns(int layer, Map<Integer, SparseVector> before, long[] sums) {
            BitSet touched = new BitSet();
            in.keySet().forEach(touched::set);
            Adjacency out = graph.out();
            for (int i : before.keySet()) {
                touched.set(i);
                for (int k = out.offsets()[i]; k < out.offsets()[i + 1]; k++) {
                    touched.set(out.neighbours()[k]);
                }
            }
            Map<Integer, SparseVector> here = new HashMap<>();
            touched.stream().forEach(j -> here.put(j, column(layer, j, before, sums)));
            return here;
        }

        /** The sum of the columns below of j and its in-neighbours; {@code sums} is zero before and after. */
        private SparseVector column(int layer, int j, Map<Integer, SparseVector> before, long[] sums) {
            BitSet found = new BitSet();
            IntStream.concat(IntStream.of(j), Arrays.stream(now(j))).forEach(i -> {
                SparseVector below = layer == 0
                        ? new SparseVector(new int[] {i}, new long[] {1})
                        : before.getOrDefault(i, columns.get(layer - 1).get(i));
                for (int e = 0; e < below.indices().length; e++) {
                    sums[below.indices()[e]] += below.values()[e];
                    found.set(below.indices()[e]);
                }
            });
            int[] indices = found.stream().toArray();
            long[] values = Arrays.stream(indices).mapToLong(i -> sums[i]).toArray();
            Arrays.stream(indices).forEach(i -> sums[i] = 0);
            return new SparseVector(indices, values);
        }
    }
}
