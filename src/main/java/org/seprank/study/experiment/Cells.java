package org.seprank.study.experiment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The finished cells of a reproduction by their keys, such as one per trained network, so that an interrupted run goes
 * on where it stopped. Safe for concurrent use; different threads work on different keys.
 */
public interface Cells extends Closeable {
    /** What a cell takes. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @throws java.util.concurrent.CancellationException if it was interrupted: the cell is not finished
         */
        Map<String, Double> run() throws IOException;
    }

    /**
     * The values of a cell: those that are kept, or those that the work gives, which are then kept.
     *
     * @throws java.util.concurrent.CancellationException if the work was interrupted
     */
    Map<String, Double> of(String key, Work work) throws IOException;

    @Override
    void close() throws IOException;

    /** Keeps nothing. */
    static Cells none() {
        return Nothing.INSTANCE;
    }

    /**
     * Cells in a file of lines of JSON: the specification, then a line per finished cell, each of which has reached the
     * disk before {@link #of} returns. A last line that a killed run left torn does not count.
     *
     * @param file made with its folder where it is not there
     * @param specification all that the values depend on
     * @param resume whether to go on with a file that is there
     * @throws IllegalArgumentException if there is such a file and it is not to be resumed, or is of another
     *     specification, or is in use
     * @throws org.seprank.file.FormatException if it is no such file
     */
    static Cells in(Path file, String specification, boolean resume) throws IOException {
        return CellsFile.open(file, specification, resume);
    }

    /** No cells. */
    enum Nothing implements Cells {
        /** The only one. */
        INSTANCE;

        @Override
        public Map<String, Double> of(String key, Work work) throws IOException {
            return work.run();
        }

        @Override
        public void close() {}
    }
}
