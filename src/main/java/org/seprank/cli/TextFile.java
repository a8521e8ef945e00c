package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Text files that are either wholly there or not at all. */
final class TextFile {
    private TextFile() {}

    /** Writes beside the file and moves, replacing what was there. */
    static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("cannot write " + file + ": it is a folder");
        }
        Path made = Files.createTempFile(folder, ".seprank", ".tmp");
        try {
            Files.writeString(made, text);
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
