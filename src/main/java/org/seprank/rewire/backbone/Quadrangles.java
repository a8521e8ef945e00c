package org.seprank.rewire.backbone;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rewire.curvature.ShortCycles;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.Undirected;
import org.seprank.work.Progress;

/**
 * How strong a tie is by the cycles of length four through it (A. Nocaj, M. Ortmann and U. Brandes, Graph Drawing
 * 2014): {@code q_e / sqrt(Q_u Q_v)}, where q_e is the number of 4-cycles through the edge, chords or not, and Q_v the
 * sum of q over the edges of v; 0 on no cycle. The score is the square of that, in 0..1: the order is the same, and as
 * numerator and denominator are whole numbers, ties that are equal are so to the last bit, up to 2^53. NetworKit takes
 * the root, so that rounding may decide between equal ties. Undirected graphs only. Time O(m^1.5).
 */
public record Quadrangles() implements EdgeScore {
    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, "the strength of ties by quadrangles");
        progress.start("counting cycles of length 4", graph.vertexCount());
        long[] cycles = ShortCycles.squares(graph, progress);
        Adjacency rows = graph.out();
        double[] sums = new double[graph.vertexCount()];
        for (int v = 0; v < sums.length; v++) {
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                sums[v] += cycles[rows.edges()[k]];
            }
        }
        double[] scores = new double[cycles.length];
        for (int e = 0; e < scores.length; e++) {
            double count = cycles[e];
            scores[e] = count > 0 ? count * count / (sums[graph.source(e)] * sums[graph.target(e)]) : 0;
        }
        return scores;
    }
}
