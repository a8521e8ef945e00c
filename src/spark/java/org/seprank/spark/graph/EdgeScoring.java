package org.seprank.spark.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scores of edges that take the degrees of both ends, the triangles through an edge, or the rows of its ends; edges of
 * low score go first. They are those of the methods of the same names on one machine, but for what is random: that
 * depends on the seed and the ends of an edge alone, so that the number of blocks does not matter.
 */
public enum EdgeScoring {
    /** A random number. */
    RANDOM,
    /** Rank of the other end's degree (M. Hamann et al., arXiv 1601.00286). */
    LOCAL_DEGREE,
    /** DSpar: drawn in proportion to the inverse degrees (Z. Liu et al., TMLR 2023). */
    DSPAR,
    /** Triangles through the edge. */
    TRIANGLES,
    /** Jaccard similarity of the neighbourhoods. */
    JACCARD,
    /** Rank of the Jaccard similarity in each row (V. Satuluri et al., SIGMOD 2011). */
    LOCAL_SIMILARITY,
    /** Significance of the weight at an end (M. Serrano et al., PNAS 2009). */
    DISPARITY,
    /** Places in random orders of the rows (V. Sadhanala et al., AISTATS 2016). */
    K_NEIGHBOUR,
    /** A random spanning forest stays longest (J. Kruskal, 1956). */
    SPANNING_FOREST;

    /** The name, such as {@code local-degree}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException if there is none, naming all
     */
    public static EdgeScoring of(String id) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no score '" + id + "' for graphs in blocks, only "
                        + Arrays.stream(values()).map(EdgeScoring::id).collect(Collectors.joining(", "))));
    }

    /** Whether triangles are counted for it. */
    boolean countsTriangles() {
        return this == TRIANGLES || this == JACCARD || this == LOCAL_SIMILARITY;
    }

    /** What an end says of each of its edges; the larger of both counts. */
    double[] atEnds(Block block, int[] ghostDegrees, int[] triangles, long seed) {
        double[] scores = new double[block.columns.length];
        for (int i = 0; i < block.rows(); i++) {
            switch (this) {
                case LOCAL_DEGREE, LOCAL_SIMILARITY -> {
                    for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                        int degree = ghostDegrees[block.columns[k]];
                        scores[k] = this == LOCAL_DEGREE ? degree : jaccard(triangles[k], block.degree(i), degree);
                    }
                    rank(scores, block.offsets[i], block.offsets[i + 1]);
                }
                case DISPARITY -> disparity(block, i, scores);
                case K_NEIGHBOUR -> places(block, i, scores, seed);
                default -> same(block, i, scores, ghostDegrees, triangles, seed);
            }
        }
        return scores;
    }

    /** The score of an edge of which the ends said that. */
    double finished(double larger, int u, int v, long seed) {
        return this == K_NEIGHBOUR ? -(-larger + Mixed.uniform(seed, u, v)) : larger;
    }

    /** What both ends say alike. */
    private void same(Block block, int i, double[] scores, int[] ghostDegrees, int[] triangles, long seed) {
        int own = block.degree(i);
        for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
            int other = ghostDegrees[block.columns[k]];
            double uniform = Mixed.uniform(seed, block.vertex(i), block.neighbour(k));
            scores[k] = switch (this) {
                case TRIANGLES -> triangles[k];
                case JACCARD -> jaccard(triangles[k], own, other);
                case DSPAR -> Math.log(uniform) / (1.0 / own + 1.0 / other);
                default -> uniform;
            };
        }
    }

    private static double jaccard(int triangles, int du, int dv) {
        return triangles / ((double) du + dv - triangles);
    }

    /** Values become 1 - ln r / ln d, where r - 1 values are larger. */
    private static void rank(double[] values, int start, int end) {
        double[] sorted = Arrays.copyOfRange(values, start, end);
        Arrays.sort(sorted);
        for (int k = start; k < end; k++) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] > values[k]) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            int rank = 1 + sorted.length - low;
            values[k] = sorted.length == 1 ? 1 : 1 - Math.log(rank) / Math.log(sorted.length);
        }
    }

    private static void disparity(Block block, int i, double[] scores) {
        double strength = 0;
        for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
            strength += block.weight(k);
        }
        for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
            double alpha = strength > 0 ? Math.pow(1 - block.weight(k) / strength, block.degree(i) - 1.0) : 1;
            scores[k] = Math.max(-1, -alpha);
        }
    }

    /** Minus the place of each edge in a random order of the row. */
    private static void places(Block block, int i, double[] scores, long seed) {
        int start = block.offsets[i];
        int[] order = IntStream.range(start, block.offsets[i + 1])
                .boxed()
                .sorted(Comparator.comparingLong((Integer k) -> Mixed.bits(seed, block.vertex(i), block.neighbour(k)))
                        .thenComparingInt(k -> k))
                .mapToInt(k -> k)
                .toArray();
        for (int place = 0; place < order.length; place++) {
            scores[order[place]] = -place;
        }
    }
}
