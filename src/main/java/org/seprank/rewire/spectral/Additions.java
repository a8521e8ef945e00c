package org.seprank.rewire.spectral;

import java.util.Optional;
import java.util.function.Supplier;
import org.seprank.graph.Edge;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.Rewiring;
import org.seprank.work.Progress;
import org.seprank.work.Progress;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.Rewiring;

/** The loop that the methods that add edges share. */
final class Additions {
    private Additions() {}

    /** The edges that {@code next} finds and adds, one per call, as additions of weight 1 in relation 1. */
    static Rewiring collect(int count, Progress progress, Supplier<Optional<Edge>> next) {
        Rewiring.Builder edits = Rewiring.builder();
        progress.start("adding edges", count);
        while (edits.size() < count && !progress.cancelled()) {
            Optional<Edge> edge = next.get();
            if (edge.isEmpty()) {
                break;
            }
            edits.add(Edit.add(edge.get().u(), edge.get().v()));
            progress.advanceTo(edits.size());
        }
        return edits.build();
    }
}
