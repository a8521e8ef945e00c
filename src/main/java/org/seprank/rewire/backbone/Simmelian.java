package org.seprank.rewire.backbone;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.Undirected;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Simmelian backbones (B. Nick, C. Lee, P. Cunningham and U. Brandes, ASONAM 2013): an edge is worth what its two ends
 * have in common among their strongest ties. Every vertex ranks its neighbours by the strength of the tie, 1 + the
 * number of stronger ones, so that equal ties share a rank; the first r of u are the neighbours of rank at most r, the
 * other end not counted. With {@link org.seprank.rewire.score.Similarity#TRIANGLES triangles} as strength it is the
 * backbone of the paper, with {@link Quadrangles} the quadrilateral one (A. Nocaj, M. Ortmann and U. Brandes, Graph
 * Drawing 2014).
 *
 * <p>Parametric: the score is how many are among the first k of both ends, in 0..n-2. Non-parametric: it is the largest
 * Jaccard similarity of the first r of u and the first r of v over all r, in 0..1. Edges without a common neighbour
 * have score 0. NetworKit counts ranks from 0 and takes ranks up to {@code maxRank}, which is k = {@code maxRank + 1}
 * here. Undirected graphs only.
 *
 * <p>Common neighbours are met from the end of smaller degree; the similarity can be largest only where one of them
 * comes in. Time O(m^1.5) and T log T of an edge with T triangles, after the strengths; memory O(n + m). On all threads
 * of {@link Parallel#current()}.
 *
 * @param strength of ties, the larger the stronger
 * @param top k, at least 1; 0: non-parametric
 */
public record Simmelian(EdgeScore strength, int top) implements EdgeScore {
    /** Checks k. */
    public Simmelian {
        if (top < 0) {
            throw new IllegalArgumentException("k = " + top + " of a Simmelian backbone is not at least 0");
        }
    }

    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, "a Simmelian backbone");
        RankedTies ties = RankedTies.of(graph, strength.scores(graph, progress));
        double[] scores = new double[graph.edgeCount()];
        progress.start("common neighbours", graph.vertexCount());
        Parallel.current().blocks(graph.vertexCount(), progress, () -> {
            Overlap overlap = new Overlap(ties, top);
            return v -> overlap.scoresFrom(v, scores);
        });
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        return scores;
    }

    /** The overlaps of one vertex after the other with its neighbours of smaller (degree, index). */
    private static final class Overlap {
        private final RankedTies ties;
        private final int top;
        private final int[] rankOf; // by vertex, in the row at hand; 0: not in it
        private int[] met = new int[16]; // ranks from which on neighbours are common

        Overlap(RankedTies ties, int top) {
            this.ties = ties;
            this.top = top;
            this.rankOf = new int[ties.vertexCount()];
        }

        void scoresFrom(int u, double[] scores) {
            ties.mark(u, rankOf);
            for (int k = ties.start(u); k < ties.start(u + 1); k++) {
                int v = ties.neighbour(k);
                if (ties.isBelow(v, u)) {
                    int common = meet(v);
                    scores[ties.edge(k)] =
                            top > 0 ? within(common) : similarity(common, u, ties.rank(k), v, rankAt(v, u));
                }
            }
            ties.unmark(u, rankOf);
        }

        private int rankAt(int v, int u) {
            return ties.rank(ties.entry(v, u));
        }

        private int meet(int v) {
            int count = 0;
            for (int k = ties.start(v); k < ties.start(v + 1); k++) {
                int rank = rankOf[ties.neighbour(k)];
                if (rank > 0) {
                    if (count == met.length) {
                        met = Arrays.copyOf(met, 2 * count);
                    }
                    met[count++] = Math.max(rank, ties.rank(k));
                }
            }
            return count;
        }

        private int within(int common) {
            int count = 0;
            for (int i = 0; i < common; i++) {
                count += met[i] <= top ? 1 : 0;
            }
            return count;
        }

        /** Both ends are in each other's row at the given ranks and do not count. */
        private double similarity(int common, int u, int rankOfV, int v, int rankOfU) {
            Arrays.sort(met, 0, common);
            double best = 0;
            for (int i = 1; i <= common; i++) {
                int r = met[i - 1];
                if (i == common || met[i] > r) {
                    int first = ties.upTo(u, r) - (rankOfV <= r ? 1 : 0);
                    int second = ties.upTo(v, r) - (rankOfU <= r ? 1 : 0);
                    best = Math.max(best, i / ((double) first + second - i));
                }
            }
            return best;
        }
    }
}
