package org.seprank.study.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.study.engine.LocalEngine;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudySpec;
import org.seprank.work.Progress;

/** A program that runs a batch of small studies and logs each; its life is short. */
final class KilledBatch {
    static final int STUDIES = 400;

    private KilledBatch() {}

    /** Arguments: the store's folder, the log. */
    public static void main(String[] args) throws IOException {
        Path log = Path.of(args[1]);
        Studies runner = task -> {
            List<String> words = task.spec().words(task.folder());
            try {
                Files.writeString(log, words.get(1) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Thread.sleep(15);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return CountingRunner.answer(words);
        };
        batch(Path.of(args[0])).run(new LocalEngine(2), runner, false, Progress.none());
    }

    static Batch batch(Path folder) throws IOException {
        List<StudySpec> studies =
                IntStream.range(100, 100 + STUDIES).mapToObj(BatchTest::depth).toList();
        return Batch.of(Store.of(folder), studies, "1.0");
    }
}
