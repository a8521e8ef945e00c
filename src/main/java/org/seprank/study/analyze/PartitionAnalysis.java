package org.seprank.study.analyze;

import java.math.BigInteger;
import java.util.List;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.EdgeRemovalEffect;
import org.seprank.walk.EdgeRemovalEffects;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/**
 * All that is said of one partition.
 *
 * @param name of the partition
 * @param separation walk index, bounds and rank at the depth asked for
 * @param byDepth walk indices of the depths 1, 2, ..
 * @param harmful the edges whose removal lowers the walk index most, worst first
 */
record PartitionAnalysis(
        String name, SeparationAnalysis separation, List<BigInteger> byDepth, List<EdgeRemovalEffect> harmful) {
    static PartitionAnalysis of(
            String name, SeparationAnalysis separation, AnalyzeStudy.Options options, Progress progress) {
        SeparationProblem problem = separation.problem();
        List<BigInteger> byDepth =
                List.of(WalkIndex.byDepth(problem.graph(), problem.partition(), problem.target(), options.maxDepth()));
        EdgeRemovalEffects effects =
                EdgeRemovalEffects.over(problem.graph(), problem.partition(), problem.target(), problem.depth());
        return new PartitionAnalysis(name, separation, byDepth, effects.strongest(options.top(), progress));
    }

    /** The first depth at which the walk index is not 0, or 0 if there is none up to the last. */
    int firstDepth() {
        for (int depth = 1; depth <= byDepth.size(); depth++) {
            if (byDepth.get(depth - 1).signum() > 0) {
                return depth;
            }
        }
        return 0;
    }

    /**
     * By how much one more layer multiplies the walk index, at the last depth: it tends to the largest eigenvalue of
     * the adjacency matrix with self-loops. NaN where there is no walk.
     */
    double growth() {
        int last = byDepth.size() - 1;
        if (last < 1 || byDepth.get(last - 1).signum() == 0) {
            return Double.NaN;
        }
        return new java.math.BigDecimal(byDepth.get(last))
                .divide(new java.math.BigDecimal(byDepth.get(last - 1)), java.math.MathContext.DECIMAL64)
                .doubleValue();
    }
}
