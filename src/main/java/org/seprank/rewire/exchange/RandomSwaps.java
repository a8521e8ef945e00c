package org.seprank.rewire.exchange;

import java.util.Optional;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Double edge swaps: {a-b, c-d} become {a-d, c-b}, two edges drawn uniformly at random and turned round at random, as
 * long as that makes neither a self-loop nor an edge that is there (the switching chain; see A. R. Rao, R. Jana and S.
 * Bandyopadhyay, Sankhya A 58, 1996). Every vertex keeps its degree; in a directed graph, where edges are not turned
 * round, its in-degree and its out-degree. Connectivity may be lost, and weights are: a new edge weighs 1.
 *
 * <p>A swap is four edits, two removals first, and never cut: a count is rounded down to full swaps. Fewer are made
 * when 100,000 + 100 m draws in a row are in vain, as in a star or a complete graph. Time O(d) per swap and O(log d)
 * per draw.
 *
 * @param seed the same seed gives the same swaps
 */
public record RandomSwaps(long seed) implements Rewirer {
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        ExchangeLoop loop = new ExchangeLoop(graph);
        ExchangeRows rows = loop.rows();
        return loop.run(
                count,
                () -> {
                    int ab = random.nextInt(rows.arcs());
                    int cd = random.nextInt(rows.arcs());
                    return Optional.of(new Exchange(rows.tail(ab), rows.head(ab), rows.tail(cd), rows.head(cd)));
                },
                progress);
    }
}
