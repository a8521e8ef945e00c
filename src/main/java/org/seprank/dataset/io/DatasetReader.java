package org.seprank.dataset.io;

import java.io.IOException;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.file.Source;

/** Reads one format. Stateless. */
interface DatasetReader {
    /** Whether a file or folder is of this format, as far as its names and first bytes show. */
    boolean recognises(Source source) throws IOException;

    /** Whether a part of the file may be named, as in FILE#PART. */
    default boolean hasParts() {
        return false;
    }

    /**
     * The dataset, without its provenance. What the value classes refuse may be thrown as the
     * {@link IllegalArgumentException} it is.
     */
    Dataset read(Source source) throws IOException;
}
