package org.seprank.study.entangle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.study.input.NetworkShape;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/**
 * What a network can model across a partition of vertices: of several graphs the least of the lower bounds and walk
 * indices and the greatest of the upper bounds.
 *
 * @param walkIndex {@code WI_{L-1}(I)}
 * @param lnRankFrom ln of the greatest lower bound on the separation rank, for almost all weights
 * @param lnRankTo ln of the least upper bound, for all weights
 */
record CutCapacity(BigInteger walkIndex, double lnRankFrom, double lnRankTo) {
    /** The largest number of different graphs that are looked at. */
    static final int MOST_GRAPHS = 16;

    /** Whether a network can have the entanglement that data has: a function of separation rank r has at most ln r. */
    enum Verdict {
        /** The rank of almost every network is large enough. */
        ENOUGH,
        /** It is between the bounds. */
        OPEN,
        /** No network has that rank. */
        TOO_LITTLE
    }

    /** Of some of the graphs, all if there are no more than {@value #MOST_GRAPHS}, else drawn. */
    static List<Graph> drawn(List<Graph> graphs, long seed) {
        List<Graph> left = new ArrayList<>(graphs);
        SplittableRandom random = new SplittableRandom(seed);
        while (left.size() > MOST_GRAPHS) {
            left.remove(random.nextInt(left.size()));
        }
        return left;
    }

    /** Across a cut of these graphs; of several by the bounds that take no search. */
    static CutCapacity of(List<Graph> graphs, NetworkShape network, SiteCut cut, Progress progress) {
        if (graphs.size() == 1) {
            SeparationProblem problem = network.problem(graphs.get(0), cut.side());
            return of(problem, Bounds.of(problem, Bounds.Options.defaults(), progress));
        }
        return graphs.stream()
                .map(graph -> fast(graph, network, cut))
                .reduce((one, other) -> new CutCapacity(
                        one.walkIndex.min(other.walkIndex),
                        Math.min(one.lnRankFrom, other.lnRankFrom),
                        Math.max(one.lnRankTo, other.lnRankTo)))
                .orElseThrow();
    }

    /** Across a cut of a graph by the bounds that take no search. */
    static CutCapacity fast(Graph graph, NetworkShape network, SiteCut cut) {
        SeparationProblem problem = network.problem(graph, cut.side());
        return of(problem, Bounds.fast(problem, Bounds.Options.defaults()));
    }

    private static CutCapacity of(SeparationProblem problem, Bounds bounds) {
        return new CutCapacity(
                WalkIndex.of(problem.graph(), problem.partition(), problem.target(), problem.depth()),
                bounds.tightestLower().nats(),
                bounds.tightestUpper().nats());
    }

    /** Of data of that entropy. */
    Verdict carries(double entropy) {
        if (entropy <= lnRankFrom) {
            return Verdict.ENOUGH;
        }
        return entropy > lnRankTo ? Verdict.TOO_LITTLE : Verdict.OPEN;
    }

    /** What data of that entropy asks of each walk; infinite where there is none, NaN where nothing is asked either. */
    double perWalk(double entropy) {
        return entropy / walkIndex.doubleValue();
    }
}
