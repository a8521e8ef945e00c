package org.seprank.rewire.curvature;

import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/** Collects edits up to a number, and tells how far it is. */
final class EditBudget {
    private final int count;
    private final Progress progress;
    private final EditList.Builder edits = EditList.builder();

    private EditBudget(int count, Progress progress) {
        this.count = count;
        this.progress = progress;
    }

    /**
     * Room for so many edits.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    static EditBudget of(int count, Progress progress) {
        Rewirer.checkCount(count);
        progress.start("rewiring by curvature", count);
        return new EditBudget(count, progress);
    }

    /** Whether there is room for an edit, and nobody asked to stop. */
    boolean more() {
        return edits.size() < count && !progress.cancelled();
    }

    void add(Edit edit, double score) {
        edits.add(edit).scored(score);
        progress.advanceTo(edits.size());
    }

    int size() {
        return edits.size();
    }

    EditList build() {
        return edits.build();
    }
}
