package org.seprank.rewire.spectral;

import java.util.Optional;
import java.util.function.Supplier;
import org.seprank.graph.Edge;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/** The loop that the methods that add edges share. */
final class Additions {
    private Additions() {}

    /** The edges that {@code next} finds and adds, one per call, as plain additions with what they gain as score. */
    static EditList collect(int count, Progress progress, Supplier<Optional<Addition>> next) {
        EditList.Builder edits = EditList.builder();
        progress.start("adding edges", count);
        while (edits.size() < count && !progress.cancelled()) {
            Optional<Addition> addition = next.get();
            if (addition.isEmpty()) {
                break;
            }
            Edge edge = addition.get().edge();
            edits.add(Edit.add(edge.u(), edge.v())).scored(addition.get().gain());
            progress.advanceTo(edits.size());
        }
        return edits.build();
    }
}
