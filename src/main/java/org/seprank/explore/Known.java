package org.seprank.explore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.live.ExploredGraph;
import org.seprank.live.Moment;
import org.seprank.rank.Certainty;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.study.Context;
import org.seprank.study.input.NetworkShape;

/**
 * What is found out about a partition while a page is made, since a page cannot, or in case its engine does not run.
 */
final class Known {
    private static final int DEPTHS = 8;

    private Known() {}

    /** Walk indices, bounds and dimension as the engine answers them. */
    static void addAnswers(ObjectNode json, Graph graph, Partition partition, NetworkShape shape) {
        ExploredGraph live = ExploredGraph.of(graph);
        Moment moment = new Moment(partition.vertices(), shape.targetIn(graph), "", 0);
        json.put("walks", live.walkIndices(moment, Math.max(DEPTHS, shape.depth())));
        json.put("bounds", live.allBounds(moment, shape.depth(), shape.inputWidth(), shape.hiddenWidth()));
        json.put("dimension", live.dimension(moment, shape.depth()));
    }

    /** The certified rank, if it can be found with so many inputs per side. */
    static void addRank(
            ObjectNode json, Graph graph, Partition partition, NetworkShape shape, long seed, Context context) {
        CertifiedRank.Options search =
                CertifiedRank.Options.withSeed(seed).withMaxTerms(CertifiedRank.Options.USUAL_TERMS);
        SeparationAnalysis analysis = SeparationAnalysis.of(
                shape.problem(graph, partition.vertices()),
                SeparationAnalysis.Options.certifying(search).withThreads(context.threads()),
                context.progress());
        if (analysis.certified().isPresent()) {
            CertifiedRank rank = analysis.certified().get();
            json.put("rank", Long.toString(rank.rank()));
            json.put("certainty", rank.certainty().describe());
            json.put("least", rank.certainty() instanceof Certainty.AtLeast);
        } else if (analysis.pinned()) {
            json.put(
                    "rank",
                    analysis.upper().rank().exact().map(BigInteger::toString).orElseThrow());
            json.put(
                    "certainty",
                    "exact: " + analysis.lower().name() + " meets "
                            + analysis.upper().name());
            json.put("least", false);
        }
    }
}
