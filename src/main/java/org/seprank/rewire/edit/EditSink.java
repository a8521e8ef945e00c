package org.seprank.rewire.edit;

/** Gets the edits of a method one by one, as soon as each is decided. */
@FunctionalInterface
public interface EditSink {
    /**
     * Takes the next edit. An {@link java.io.UncheckedIOException} ends the method's work.
     *
     * @param score by which the method chose it; NaN if by none
     */
    void accept(Edit edit, double score);

    /** A sink that keeps nothing. */
    static EditSink none() {
        return (edit, score) -> {};
    }
}
