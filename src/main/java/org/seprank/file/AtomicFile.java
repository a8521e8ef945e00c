package org.seprank.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file as a whole or not at all: into a temporary file of the same folder, which then takes the file's place.
 * What is there but no regular file, such as a pipe, is written to directly.
 */
public final class AtomicFile {
    private static final int ATTEMPTS = 1000;

    private AtomicFile() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes to the stream, which the caller closes. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Checks that a file's folder is there, before the work whose result it shall hold.
     *
     * @throws NoSuchFileException if it is not, naming the folder
     */
    public static void checkFolder(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
    }

    /** Writes a file; if that fails, what was there before is still there and nothing else is. */
    public static void write(Path path, Content content) throws IOException {
        checkFolder(path);
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = Files.newOutputStream(target)) {
                content.writeTo(out);
            }
            return;
        }
        Path temporary = create(target);
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                content.writeTo(out);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A new empty file beside the target, with the permissions that new files get. */
    private static Path create(Path target) throws IOException {
        for (int i = 0; ; i++) {
            String name =
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-" + i + ".tmp";
            Path temporary = target.resolveSibling(name);
            try {
                Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW).close();
                return temporary;
            } catch (FileAlreadyExistsException e) {
                if (i == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
