package org.seprank.spark.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.file.Folders;

/** A folder of this process's own, among those that Spark has for such and clears; removed when the process ends. */
final class Scratch {
    private static @Nullable Path folder;

    private Scratch() {}

    /** The folder. */
    static synchronized Path folder() throws IOException {
        Path made = folder;
        if (made == null) {
            made = Files.createTempDirectory(Files.createDirectories(above()), "seprank-");
            Path own = made;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(own), "scratch"));
            folder = made;
        }
        return made;
    }

    /** Where a standalone worker or Yarn has folders for executors. */
    private static Path above() {
        for (String name : new String[] {"SPARK_EXECUTOR_DIRS", "LOCAL_DIRS"}) {
            String folders = System.getenv(name);
            if (folders != null && !folders.isEmpty()) {
                return Path.of(folders.split("[:,]", -1)[0]);
            }
        }
        return Path.of(System.getProperty("java.io.tmpdir", "."));
    }

    private static void remove(Path own) {
        try {
            Folders.remove(own);
        } catch (IOException | UncheckedIOException e) {
            // it is among temporary files
            return;
        }
    }
}
