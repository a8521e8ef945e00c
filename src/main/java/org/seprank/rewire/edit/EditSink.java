package org.seprank.rewire.edit;

/** Gets the edits of a method one by one, as soon as each is decided. */
@FunctionalInterface
public interface EditSink {
    /** Takes the next edit. An {@link java.io.UncheckedIOException} ends the method's work. */
    void accept(Edit edit);

    /** A sink that keeps nothing. */
    static EditSink none() {
        return edit -> {};
    }
}
