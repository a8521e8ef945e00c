package org.seprank.rewire.score;

import org.seprank.graph.Graph;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.RemovalLoop;
import org.seprank.work.Progress;

/**
 * The degree score of TEDDY (H. Seo, J. Yun and E. Yang, ICLR 2024, arXiv 2402.01261): with a_v the mean of d_w^(-1/2)
 * over the neighbours w of v, edge {u, v} has the score (a_u / d_u) (a_v / d_v), so that edges between vertices of high
 * degree go first. Every round takes the edges of lowest score, as many as {@code share} times the m edges of the graph
 * before any edit, rounded, at least one, and scores what is left anew; since a round does not depend on how many edges
 * are to go, a smaller budget is a prefix. Of equal scores the edge that {@link RemovalRules#ties} prefers goes first.
 *
 * <p>Time O(m log m) per round; undirected graphs only.
 *
 * @param share of all edges to remove per round, above 0 and at most 1
 * @param rules whose chunk is replaced by the round
 */
public record DegreeScoreSparsifier(double share, RemovalRules rules) implements Sparsifier {
    /** Checks the share. */
    public DegreeScoreSparsifier {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " of a round is not above 0 and at most 1");
        }
    }

    /** @throws IllegalArgumentException also if the graph is directed */
    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        Graph graph = task.graph();
        Undirected.require(graph, "the degree score");
        int round = (int) Math.max(1, Math.round(share * graph.edgeCount()));
        DegreeScoreRanking ranking = new DegreeScoreRanking(graph, rules.ties());
        return new RemovalLoop(task, rules.withChunk(round), ranking).run(sink, progress);
    }
}
