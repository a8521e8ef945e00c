package org.seprank.separation.pair;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.graph.Graph;
import org.seprank.walk.Target;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * {@link PairSeparation} of many pairs of vertices of a graph. For each pair only the vertices are looked at that lie
 * on walks of at most L steps between the two, for L up to 3 in an undirected graph their neighbours; and the distance
 * takes a search from both ends.
 */
public final class PairSeparations {
    private final Graph graph;
    private final PairNetwork network;
    private final boolean ownEdge;

    private PairSeparations(Graph graph, PairNetwork network, boolean ownEdge) {
        this.graph = graph;
        this.network = network;
        this.ownEdge = ownEdge;
    }

    /** In that graph, as it is. */
    public static PairSeparations in(Graph graph, PairNetwork network) {
        return new PairSeparations(graph, network, true);
    }

    /** Each in the graph without the pair's own edge, as networks see pairs whose edges are held out. */
    public PairSeparations withoutOwnEdges() {
        return new PairSeparations(graph, network, false);
    }

    /**
     * Those of the pairs, in their order. Time per pair O(L m') with m' edges within reach, and the edges that the two
     * searches for the distance meet; memory 20 n bytes per thread.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public List<PairSeparation> of(List<Target.OfPair> pairs, Progress progress) {
        progress.start("pairs of vertices", pairs.size());
        @Nullable PairSeparation[] found = new PairSeparation[pairs.size()];
        Parallel.current().blocks(found.length, progress, () -> {
            PairSearch search = new PairSearch(graph);
            return k -> found[k] = one(search, pairs.get(k));
        });
        return Arrays.stream(found).map(PairSeparations::present).toList();
    }

    private static PairSeparation present(@Nullable PairSeparation one) {
        if (one == null) {
            throw new IllegalStateException("a pair was left out");
        }
        return one;
    }

    private PairSeparation one(PairSearch search, Target.OfPair pair) {
        PairSearch.Gap gap = ownEdge ? PairSearch.Gap.NONE : new PairSearch.Gap(pair.u(), pair.v());
        PairField field = PairField.of(search.field(pair, network.depth(), gap), network.depth());
        PairBounds bounds = new PairBounds(field, network);
        return new PairSeparation(
                pair,
                search.distance(pair, gap),
                bounds.walkIndex(),
                bounds.interactionDimension(),
                bounds.lower(),
                bounds.upper());
    }
}
