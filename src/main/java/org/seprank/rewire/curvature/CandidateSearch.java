package org.seprank.rewire.curvature;

import java.util.Optional;
import java.util.SplittableRandom;
import org.seprank.rewire.edit.Edit;

/**
 * Chooses the edge k-l to add for an edge i-j: k is i or a neighbour of i, l is j or a neighbour of j, and k-l is not
 * an edge. {@code x_kl} is how much i-j gains in balanced Forman curvature; k-l is drawn with probability
 * {@code softmax(tau x)_kl}, or is the first of the best if {@code tau} is infinite. The first means: k, then l, in
 * ascending order of neighbours, the end itself last.
 *
 * <p>Between two neighbours, a new edge changes one count on either side; at an end it changes the counts of a whole
 * row. So all {@code (d_i + 1)(d_j + 1)} candidates take time O(1) each but {@code d_i + d_j} of them. They are drawn
 * one pass and in constant memory.
 */
final class CandidateSearch {
    private final BalancedForman curvature;
    private final UndirectedRows rows;
    private final SquareCounts counts;
    private final SplittableRandom random;
    private final double tau;
    private final boolean[] nearK;
    private final boolean[] nearL;
    private int i;
    private int j;
    private int sharp;
    private int gamma;
    private boolean found;
    private int bestK;
    private int bestL;
    private double chosenX;
    private double bestX; // greatest so far
    private double weight; // total so far, relative to that of the greatest

    CandidateSearch(BalancedForman curvature, UndirectedRows rows, double tau, long seed) {
        this.curvature = curvature;
        this.rows = rows;
        this.counts = new SquareCounts(rows, curvature.variant());
        this.random = new SplittableRandom(seed);
        this.tau = tau;
        this.nearK = new boolean[rows.vertexCount()];
        this.nearL = new boolean[rows.vertexCount()];
    }

    /** The addition for the edge {@code u-v}, empty if all candidates are edges. */
    Optional<Edit> choose(int u, int v) {
        i = u;
        j = v;
        found = false;
        bestX = Double.NEGATIVE_INFINITY;
        weight = 0;
        double now = curvature.value(rows, counts, i, j);
        for (int a = rows.start(i); a < rows.end(i); a++) {
            candidatesOf(rows.neighbours(i)[a], now);
        }
        candidatesOf(i, now);
        return found ? Optional.of(Edit.add(bestK, bestL)) : Optional.empty();
    }

    /** {@code x_kl} of what {@link #choose} has just chosen. */
    double chosenGain() {
        return chosenX;
    }

    private void candidatesOf(int k, double now) {
        mark(k, nearK, true);
        for (int b = rows.start(j); b < rows.end(j); b++) {
            int l = rows.neighbours(j)[b];
            if (l != k && !nearK[l]) {
                offer(k, l, (k == i ? joined(l, i, j) : between(k, l)) - now);
            }
        }
        if (k != j && !nearK[j]) {
            offer(k, j, joined(k, j, i) - now);
        }
        mark(k, nearK, false);
    }

    /** The curvature if {@code k} and {@code l} are joined, neither of them an end. */
    private double between(int k, int l) {
        boolean paper = curvature.variant() == BalancedForman.Variant.PAPER;
        int roleK = counts.role(k);
        int roleL = counts.role(l);
        sharp = counts.sharp();
        gamma = counts.gamma();
        if (!paper || (roleK == SquareCounts.NEAR_U && roleL == SquareCounts.NEAR_V)) {
            raise(counts.fromU(k));
            raise(counts.fromV(l));
            if (roleK == roleL) { // both near both ends
                raise(counts.fromV(k));
                raise(counts.fromU(l));
            }
        }
        return value(rows.degree(i), rows.degree(j), counts.triangles());
    }

    /** One count grows by 1. */
    private void raise(int count) {
        sharp += count == 0 ? 1 : 0;
        gamma = Math.max(gamma, count + 1);
    }

    /** The curvature if {@code l}, a neighbour of the end {@code far}, is joined to the other end. */
    private double joined(int l, int end, int far) {
        sharp = 0;
        gamma = 0;
        mark(l, nearL, true);
        if (curvature.variant() == BalancedForman.Variant.PAPER) {
            tallyPaper(l, end, far);
        } else {
            tallyMatrix(l, end, far);
        }
        mark(l, nearL, false);
        return value(rows.degree(end) + 1, rows.degree(far), counts.triangles() + 1);
    }

    /** {@code l} is no longer near {@code far} alone: it is not counted, and counts for nobody. */
    private void tallyPaper(int l, int end, int far) {
        int roleOfEnd = end == i ? SquareCounts.NEAR_U : SquareCounts.NEAR_V;
        int roleOfFar = SquareCounts.NEAR_U + SquareCounts.NEAR_V - roleOfEnd;
        for (int a = rows.start(end); a < rows.end(end); a++) {
            int x = rows.neighbours(end)[a];
            if (counts.role(x) == roleOfEnd) {
                tally(countFrom(end, x) - (nearL[x] ? 1 : 0));
            }
        }
        for (int b = rows.start(far); b < rows.end(far); b++) {
            int w = rows.neighbours(far)[b];
            if (w != l && counts.role(w) == roleOfFar) {
                tally(countFrom(far, w));
            }
        }
    }

    /** {@code (A^2)} gains 1 from {@code end} to the neighbours of {@code l} and to itself, A gains {@code end-l}. */
    private void tallyMatrix(int l, int end, int far) {
        int common = 0;
        for (int a = rows.start(end); a < rows.end(end); a++) {
            tally(countFrom(end, rows.neighbours(end)[a]));
        }
        for (int b = rows.start(far); b < rows.end(far); b++) {
            int w = rows.neighbours(far)[b];
            int gained = nearL[w] || w == end ? 1 : 0;
            tally(countFrom(far, w) + gained - (w == l ? 1 : 0));
            common += nearL[w] ? 1 : 0;
        }
        tally(common);
    }

    private int countFrom(int end, int x) {
        return end == i ? counts.fromU(x) : counts.fromV(x);
    }

    private void tally(int count) {
        sharp += count > 0 ? 1 : 0;
        gamma = Math.max(gamma, count);
    }

    private double value(int du, int dv, int triangles) {
        return curvature.value(du, dv, triangles) + curvature.squareTerm(du, dv, sharp, gamma);
    }

    private void mark(int v, boolean[] near, boolean value) {
        for (int a = rows.start(v); a < rows.end(v); a++) {
            near[rows.neighbours(v)[a]] = value;
        }
    }

    private void offer(int k, int l, double x) {
        boolean better = x > bestX;
        boolean taken = better;
        if (tau < Double.POSITIVE_INFINITY) {
            // a draw in one pass: the newest candidate is taken with its share of the weight so far
            if (better) {
                weight = found ? weight * Math.exp(tau * (bestX - x)) : 0;
            }
            double own = better ? 1 : Math.exp(tau * (x - bestX));
            weight += own;
            taken = random.nextDouble() * weight < own;
        }
        if (better) {
            bestX = x;
        }
        if (taken) {
            chosenX = x;
            bestK = k;
            bestL = l;
            found = true;
        }
    }
}
