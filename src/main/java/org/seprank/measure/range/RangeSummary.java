package org.seprank.measure.range;

import java.util.List;

/**
 * The ranges of the vertices of a graph together, exact where all were taken and estimated from a sample otherwise.
 *
 * @param range the mean of ρ_u
 * @param normalised the mean of the normalised ranges, of the vertices that have influences; where some have none the
 *     published code of arXiv 2506.05971 counts theirs as 0
 * @param pooled {@code Σ_u ρ_u / Σ_uv I(u, v)}, where vertices count by their influence: a ratio of means in place of a
 *     mean of ratios
 * @param silent how many of the vertices have no influence
 */
public record RangeSummary(SampleMean range, SampleMean normalised, SampleMean pooled, int silent) {
    /**
     * Sums up ranges. Time O(n).
     *
     * @param ranges of vertices drawn without repetition
     * @param population how many vertices there are
     */
    public static RangeSummary of(List<VertexRange> ranges, int population) {
        double[] weighted = ranges.stream().mapToDouble(VertexRange::weighted).toArray();
        double[] influence = ranges.stream().mapToDouble(VertexRange::influence).toArray();
        double[] normalised =
                ranges.stream().mapToDouble(VertexRange::normalised).toArray();
        return new RangeSummary(
                SampleMean.of(weighted, population),
                SampleMean.of(normalised, population),
                SampleMean.ratio(weighted, influence, population),
                (int) ranges.stream().filter(range -> range.influence() == 0).count());
    }
}
