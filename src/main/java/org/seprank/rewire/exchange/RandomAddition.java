package org.seprank.rewire.exchange;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Adds edges one after the other, each uniformly at random among the pairs of vertices that are none yet (directed:
 * ordered pairs), until the graph is complete. A control: it changes a graph as much as a method that adds, but without
 * any criterion. Pairs are drawn until one is free, so time is O(count log d) while most pairs are free, and O(n^2 log
 * n) in all at worst, when the graph is filled up.
 *
 * @param seed the same seed gives the same edges
 */
public record RandomAddition(long seed) implements Rewirer {
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        long n = graph.vertexCount();
        long free = n * (n - 1) / (graph.directed() ? 1 : 2) - graph.edgeCount();
        SplittableRandom random = new SplittableRandom(seed);
        Set<Long> added = new HashSet<>();
        EditList.Builder edits = EditList.builder();
        progress.start("adding edges", count);
        while (edits.size() < Math.min(count, free) && !progress.cancelled()) {
            int a = random.nextInt((int) n);
            int b = random.nextInt((int) n);
            int u = graph.directed() ? a : Math.min(a, b);
            int v = graph.directed() ? b : Math.max(a, b);
            if (u != v && graph.edgeBetween(u, v) < 0 && added.add(u * n + v)) {
                edits.add(Edit.add(u, v));
                progress.advanceTo(edits.size());
            }
        }
        return edits.build();
    }
}
