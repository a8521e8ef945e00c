package org.seprank;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the reference data that is not part of the project; tests that need it are skipped where it is absent. */
public final class Shared {
    private Shared() {}

    /**
     * A file such as {@code golden/graphs.json} or {@code data/planetoid/ind.cora.graph}; skips the test without it.
     */
    public static Path file(String path) {
        String named = System.getenv("SEPRANK_DATA");
        Path root = named == null ? Path.of("..", "shared") : Path.of(named);
        Path file = root.resolve(path);
        if (!Files.exists(file) && path.startsWith("data/")) {
            file = root.resolve(path.substring("data/".length()));
        }
        Assumptions.assumeTrue(
                Files.exists(file), "no reference data: " + file + " (set SEPRANK_DATA to the folder that has it)");
        return file;
    }
}
