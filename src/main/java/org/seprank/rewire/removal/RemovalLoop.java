package org.seprank.rewire.removal;

import java.util.BitSet;
import org.seprank.graph.Graph;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.work.Progress;

/**
 * The loop that all sparsifiers share: take the best edge, unless it must stay; after each chunk let the ranking know.
 *
 * <p>A decided prefix is continued from its last full chunk: the rest of it is ranked anew and compared, since the
 * graph in the middle of a chunk does not determine what comes next.
 */
public final class RemovalLoop {
    private final Sparsification task;
    private final int chunk;
    private final Ranking ranking;
    private final Safeguard safeguard;
    private final EditList.Builder edits = EditList.builder();
    private final int[] pending; // removed but not yet known to the ranking
    private int pendingCount;

    /**
     * The loop of one run.
     *
     * @throws IllegalArgumentException if a decided edit removes what is no edge then
     */
    public RemovalLoop(Sparsification task, RemovalRules rules, Ranking ranking) {
        Graph graph = task.graph();
        this.task = task;
        this.chunk = rules.chunk();
        this.ranking = ranking;
        this.safeguard = Safeguard.of(graph, rules.keepConnected(), rules.noIsolated());
        this.pending = new int[Math.min(chunk, graph.edgeCount())];
        EditList decided = task.decided();
        BitSet removed = new BitSet();
        for (int i = 0; i < decided.size(); i++) {
            int e = edgeOf(decided.get(i), i);
            if (removed.get(e)) {
                throw new IllegalArgumentException("decided edit " + (i + 1) + " removes an edge again");
            }
            removed.set(e);
        }
        for (int i = 0; i < decided.size() / chunk * chunk; i++) {
            int e = edgeOf(decided.get(i), i);
            ranking.remove(e);
            safeguard.remove(e);
            edits.add(decided.get(i)).scored(decided.score(i).orElse(Double.NaN));
        }
    }

    /**
     * Runs until the task is done, the ranking has no more candidates or {@code progress} cancels.
     *
     * @throws IllegalArgumentException if the decided edits are not ones this ranking leads to
     */
    public EditList run(EditSink sink, Progress progress) {
        if (task.count() <= task.decided().size()) {
            return task.decided().prefix(task.count());
        }
        progress.start("removing edges", task.count());
        while (edits.size() < task.count() && !progress.cancelled()) {
            int e = ranking.next();
            if (e == Ranking.NONE) {
                break;
            }
            if (safeguard.permits(e)) {
                take(e, sink);
                progress.advanceTo(edits.size());
            }
        }
        return edits.size() < task.decided().size() ? task.decided() : edits.build();
    }

    private void take(int e, EditSink sink) {
        Edit edit = Edit.remove(task.graph().source(e), task.graph().target(e));
        int place = edits.size();
        double score = ranking.score(e);
        if (place >= task.decided().size()) {
            sink.accept(edit, score);
        } else if (edgeOf(task.decided().get(place), place) != e) {
            throw new IllegalArgumentException(
                    "decided edit " + (place + 1) + " is " + task.decided().get(place) + ", but this method makes "
                            + edit + " there; continue with the graph and rules it was made with");
        }
        edits.add(edit).scored(score);
        safeguard.remove(e);
        pending[pendingCount++] = e;
        if (pendingCount == chunk) {
            for (int i = 0; i < pendingCount; i++) {
                ranking.remove(pending[i]);
            }
            pendingCount = 0;
        }
    }

    private int edgeOf(Edit edit, int place) {
        int n = task.graph().vertexCount();
        int e = edit.u() < n && edit.v() < n ? task.graph().edgeBetween(edit.u(), edit.v()) : -1;
        if (e < 0) {
            throw new IllegalArgumentException("decided edit " + (place + 1) + " removes (" + edit.u() + ", " + edit.v()
                    + "), which is not an edge");
        }
        return e;
    }
}
