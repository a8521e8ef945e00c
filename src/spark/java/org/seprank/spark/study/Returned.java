package org.seprank.spark.study;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.seprank.study.engine.Finished;

/**
 * What comes home from an executor.
 *
 * @param finished what the study came to
 * @param files what it wrote
 * @param away whether it wrote them elsewhere than in its folder
 */
record Returned(Finished finished, FileTree files, boolean away) implements Serializable {
    /** Writes the files into the folder of the study. */
    Finished home() throws IOException {
        if (away && finished.task().spec().hasFolder()) {
            files.write(Path.of(finished.task().folder()));
        }
        return finished;
    }
}
