package org.seprank.separation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.UnionFind;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.walk.WalkCounts;

/**
 * Sets I' ⊂ I and J' ⊂ Iᶜ with no repeating shared neighbours: every k in {@code C = N(I')∩N(J')} has exactly one
 * neighbour in I' and one in J' (Definition 5 of arXiv 2211.16494; directed: in-neighbours of k). Vertices k without
 * walks do not count, as the network does not depend on them. They are chosen twice, for the most walks from C and for
 * the largest product over the groups of C, two vertices of C being in the same group if they share their neighbour in
 * I' or in J'.
 *
 * <p>All pairs of sets are tried where at most a given number of vertices matter, in time O(2^vertices · |C_I|).
 * Otherwise pairs of ends of crossing edges are taken greedily, those with the most walks first, each leaving the
 * earlier ones as they are: a valid choice, and often not the best one. Time O(sum of squared degrees).
 *
 * @param walks rho_{L-1}(C, .) of the first choice
 * @param groups rho_{L-1}(C_g, .) of each group g of the second choice
 * @param exhaustive whether both choices are the best there are
 */
record AdmissibleSets(BigInteger walks, List<BigInteger> groups, boolean exhaustive) {
    AdmissibleSets {
        groups = List.copyOf(groups);
    }

    /**
     * The best sets for that problem.
     *
     * @param counts rho_{L-1}({k}, .) by vertex k
     * @param limit try everything with at most so many vertices
     */
    static AdmissibleSets of(SeparationProblem problem, WalkCounts counts, int limit) {
        VertexSet relevant = relevant(problem);
        return relevant.size() <= limit ? new Exhaustive(problem, counts, relevant).best() : greedy(problem, counts);
    }

    /** The vertices that are neighbours of a vertex which has neighbours on both sides. */
    private static VertexSet relevant(SeparationProblem problem) {
        Graph graph = problem.graph();
        BitSet relevant = new BitSet();
        VertexSet boundary = problem.partition().boundary(graph);
        for (int k = boundary.next(0); k >= 0; k = boundary.next(k + 1)) {
            relevant.set(k);
            Adjacency in = graph.in();
            for (int at = in.offsets()[k]; at < in.offsets()[k + 1]; at++) {
                relevant.set(in.neighbours()[at]);
            }
        }
        return VertexSet.of(graph.vertexCount(), relevant);
    }

    /** The search over all pairs of sets; a set of relevant vertices is a bit mask. */
    private static final class Exhaustive {
        private final int width;
        private final int[] vertices;
        private final int inside; // mask of the vertices in I
        private final List<Integer> neighbours = new ArrayList<>(); // mask for each k
        private final List<BigInteger> walks = new ArrayList<>(); // count for each k
        private BigInteger bestWalks = BigInteger.ZERO;
        private List<BigInteger> bestGroups = List.of();
        private Magnitude bestProduct = Magnitude.ONE;

        Exhaustive(SeparationProblem problem, WalkCounts counts, VertexSet relevant) {
            this.width = Math.min(problem.inputWidth(), problem.hiddenWidth());
            this.vertices = relevant.toArray();
            this.inside = mask(problem.partition(), -1);
            VertexSet boundary = problem.partition().boundary(problem.graph());
            Adjacency in = problem.graph().in();
            for (int k = boundary.next(0); k >= 0; k = boundary.next(k + 1)) {
                if (counts.at(k).signum() > 0) {
                    int[] closed = Arrays.copyOfRange(in.neighbours(), in.offsets()[k], in.offsets()[k + 1]);
                    neighbours.add(mask(VertexSet.of(problem.graph().vertexCount(), closed), k));
                    walks.add(counts.at(k));
                }
            }
        }

        private int mask(VertexSet set, int extra) {
            int mask = 0;
            for (int bit = 0; bit < vertices.length; bit++) {
                if (set.contains(vertices[bit]) || vertices[bit] == extra) {
                    mask |= 1 << bit;
                }
            }
            return mask;
        }

        AdmissibleSets best() {
            for (int chosen = 1; chosen < 1 << vertices.length; chosen++) {
                if ((chosen & inside) != 0 && (chosen & ~inside) != 0) {
                    consider(chosen);
                }
            }
            return new AdmissibleSets(bestWalks, bestGroups, true);
        }

        private void consider(int chosen) {
            UnionFind groups = new UnionFind(vertices.length);
            BigInteger total = BigInteger.ZERO;
            for (int k = 0; k < neighbours.size(); k++) {
                int left = neighbours.get(k) & chosen & inside;
                int right = neighbours.get(k) & chosen & ~inside;
                if (left != 0 && right != 0) {
                    if (Integer.bitCount(left) > 1 || Integer.bitCount(right) > 1) {
                        return;
                    }
                    total = total.add(walks.get(k));
                    groups.join(Integer.numberOfTrailingZeros(left), Integer.numberOfTrailingZeros(right));
                }
            }
            bestWalks = bestWalks.max(total);
            List<BigInteger> sums = sums(chosen, groups);
            Magnitude product = LowerBounds.product(width, sums);
            if (product.compareTo(bestProduct) > 0) {
                bestProduct = product;
                bestGroups = sums;
            }
        }

        private List<BigInteger> sums(int chosen, UnionFind groups) {
            BigInteger[] sums = new BigInteger[vertices.length];
            Arrays.fill(sums, BigInteger.ZERO);
            for (int k = 0; k < neighbours.size(); k++) {
                int left = neighbours.get(k) & chosen & inside;
                if (left != 0 && (neighbours.get(k) & chosen & ~inside) != 0) {
                    int group = groups.find(Integer.numberOfTrailingZeros(left));
                    sums[group] = sums[group].add(walks.get(k));
                }
            }
            return Arrays.stream(sums).filter(s -> s.signum() > 0).toList();
        }
    }

    private static AdmissibleSets greedy(SeparationProblem problem, WalkCounts counts) {
        Graph graph = problem.graph();
        boolean[] seesInside = new boolean[graph.vertexCount()];
        boolean[] seesOutside = new boolean[graph.vertexCount()];
        List<BigInteger> groups = new ArrayList<>();
        for (Crossing crossing : crossings(problem, counts)) {
            int i = crossing.inside;
            int j = crossing.outside;
            if (!marked(graph, i, seesOutside) && !marked(graph, j, seesInside)) {
                mark(graph, i, seesInside);
                mark(graph, j, seesOutside);
                groups.add(crossing.walks);
            }
        }
        return new AdmissibleSets(groups.stream().reduce(BigInteger.ZERO, BigInteger::add), groups, false);
    }

    /** A candidate pair and the number of walks from the vertices that have both as neighbours. */
    private record Crossing(int inside, int outside, BigInteger walks) {}

    private static List<Crossing> crossings(SeparationProblem problem, WalkCounts counts) {
        Graph graph = problem.graph();
        List<Crossing> crossings = new ArrayList<>();
        int[] stamp = new int[graph.vertexCount()];
        for (int e = 0; e < graph.edgeCount(); e++) {
            boolean fromInside = problem.partition().contains(graph.source(e));
            if (fromInside != problem.partition().contains(graph.target(e))) {
                int i = fromInside ? graph.source(e) : graph.target(e);
                int j = fromInside ? graph.target(e) : graph.source(e);
                BigInteger walks = shared(graph.out(), new int[] {i, j, e + 1}, stamp, counts);
                if (walks.signum() > 0) {
                    crossings.add(new Crossing(i, j, walks));
                }
            }
        }
        crossings.sort(Comparator.comparing(Crossing::walks).reversed());
        return crossings;
    }

    /** The counts of the vertices that see both ends; {@code pair} has the ends and a stamp of its own. */
    private static BigInteger shared(Adjacency out, int[] pair, int[] stamp, WalkCounts counts) {
        stamp[pair[0]] = pair[2];
        for (int k = out.offsets()[pair[0]]; k < out.offsets()[pair[0] + 1]; k++) {
            stamp[out.neighbours()[k]] = pair[2];
        }
        BigInteger walks = stamp[pair[1]] == pair[2] ? counts.at(pair[1]) : BigInteger.ZERO;
        for (int k = out.offsets()[pair[1]]; k < out.offsets()[pair[1] + 1]; k++) {
            if (stamp[out.neighbours()[k]] == pair[2]) {
                walks = walks.add(counts.at(out.neighbours()[k]));
            }
        }
        return walks;
    }

    private static boolean marked(Graph graph, int i, boolean[] marks) {
        Adjacency out = graph.out();
        boolean any = marks[i];
        for (int k = out.offsets()[i]; k < out.offsets()[i + 1] && !any; k++) {
            any = marks[out.neighbours()[k]];
        }
        return any;
    }

    private static void mark(Graph graph, int i, boolean[] marks) {
        Adjacency out = graph.out();
        marks[i] = true;
        for (int k = out.offsets()[i]; k < out.offsets()[i + 1]; k++) {
            marks[out.neighbours()[k]] = true;
        }
    }
}
