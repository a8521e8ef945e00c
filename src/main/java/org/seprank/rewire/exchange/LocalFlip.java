package org.seprank.rewire.exchange;

import java.util.Optional;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Local edge flips (P. K. Banerjee, K. Karhadkar, Y. G. Wang, U. Alon and G. Montufar, arXiv 2208.03471): at an edge
 * u-v, a neighbour i of u that v has not and a neighbour j of v that u has not are exchanged, so that {i-u, j-v} become
 * {i-v, j-u}. Every vertex keeps its degree, and no component falls apart, as u-v stays. Undirected graphs only;
 * weights are lost: a new edge weighs 1.
 *
 * <ul>
 *   <li>RLEF: u-v uniformly at random, i uniformly among the neighbours of u (a draw in vain if v has it too), j
 *       uniformly among those of v that will do. Time O(d log d) per draw.
 *   <li>G-RLEF: u-v with probability proportional to exp(5 / (2 + T)), T the number of triangles through it; i such
 *       that the triangles through i-v minus those through i-u are fewest, j likewise, of equally good ones the
 *       smallest number. Time O(d^2) per draw. Where no edge has an i and a j that lower the number of triangles, flips
 *       go on all the same.
 * </ul>
 *
 * <p>A flip is four edits, two removals first, and never cut: a count is rounded down to full flips. Fewer are made
 * when 100,000 + 100 m draws in a row are in vain, as in a star or a complete graph.
 *
 * @param greedy G-RLEF
 * @param seed the same seed gives the same flips
 */
public record LocalFlip(boolean greedy, long seed) implements Rewirer {
    /** @throws IllegalArgumentException if the graph is directed or the count negative */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        if (graph.directed()) {
            throw new IllegalArgumentException(
                    "local flips are defined on undirected graphs only; take the graph without directions");
        }
        SplittableRandom random = new SplittableRandom(seed);
        ExchangeLoop loop = new ExchangeLoop(graph);
        if (greedy) {
            return loop.run(count, new GreedyFlips(loop.rows(), graph.vertexCount(), random), progress);
        }
        return loop.run(count, () -> uniform(loop.rows(), random), progress);
    }

    private static Optional<Exchange> uniform(ExchangeRows rows, SplittableRandom random) {
        int uv = random.nextInt(rows.arcs());
        int u = rows.tail(uv);
        int v = rows.head(uv);
        int i = rows.neighbours(u)[random.nextInt(rows.degree(u))];
        if (i == v || rows.has(v, i)) {
            return Optional.empty();
        }
        int left = 0;
        int j = -1;
        for (int k = 0; k < rows.degree(v); k++) { // each of those seen so far with the same probability
            int w = rows.neighbours(v)[k];
            if (w != u && !rows.has(u, w) && random.nextInt(++left) == 0) {
                j = w;
            }
        }
        return j < 0 ? Optional.empty() : Optional.of(new Exchange(i, u, j, v));
    }
}
