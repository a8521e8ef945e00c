package org.seprank.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a file as a whole or not at all: into a temporary file {@code .NAME.PROCESS-NUMBER.tmp} of the same folder,
 * which then takes the file's place. What is there but no regular file, such as a pipe or a device, is written to
 * directly; a symbolic link is followed. Folders are made only by {@link #makeFolder}.
 *
 * <p>What a killed process left beside a file goes when {@link #write} writes that file again, or with {@link #sweep}.
 */
public final class AtomicFile {
    private static final int ATTEMPTS = 1000;
    private static final Pattern TEMPORARY = Pattern.compile("\\.(.+)\\.(\\d{1,18})-\\d+\\.tmp");

    private AtomicFile() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes to the stream, which the caller closes. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the content of a file that is there and empty. */
    @FunctionalInterface
    private interface NamedContent {
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Checks that a file's folder is there, before the work whose result it shall hold.
     *
     * @throws NoSuchFileException if it is not, naming the folder
     */
    public static void checkFolder(Path path) throws IOException {
        if (!Files.isDirectory(folder(path))) {
            throw new NoSuchFileException(folder(path).toString(), null, "no such folder");
        }
    }

    /**
     * Checks that a file can be written, before the work whose result it shall hold.
     *
     * @throws NoSuchFileException if its folder is not there, naming it
     * @throws FileSystemException if it is a folder itself
     */
    public static void checkFile(Path path) throws IOException {
        checkFolder(path);
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a folder; name a file");
        }
    }

    /** Makes a file's folder, and those above it, where they are not there. */
    public static void makeFolder(Path path) throws IOException {
        Files.createDirectories(folder(path));
    }

    private static Path folder(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("'" + path + "' is not the path of a file");
        }
        return folder;
    }

    /** What went wrong with a temporary file, or with one that is not named, said of the file that was meant. */
    private static IOException ofFile(Path meant, IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return new AccessDeniedException(meant.toString(), null, "permission denied");
        }
        boolean unnamed = problem.getClass() == IOException.class;
        String reason = problem instanceof FileSystemException system ? system.getReason() : problem.getMessage();
        return unnamed || problem instanceof FileSystemException
                ? new FileSystemException(meant.toString(), null, "it cannot be written: " + reason)
                : problem;
    }

    /** Writes a file; if that fails, what was there before is still there and nothing else is. */
    public static void write(Path path, Content content) throws IOException {
        checkFile(path);
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            try (OutputStream out = Files.newOutputStream(path)) {
                content.writeTo(out);
            } catch (IOException e) {
                throw ofFile(path, e);
            }
            return;
        }
        Path target = target(path);
        sweep(folder(target), String.valueOf(target.getFileName()));
        replace(target, temporary -> {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                content.writeTo(out);
            }
        });
    }

    /**
     * Writes a regular file as {@link #write} does; once this returns, it survives a loss of power. Looks at no other
     * file of the folder, so that a store of many files takes time O(1) for each; sweeping is its owner's.
     */
    public static void writeDurably(Path path, Content content) throws IOException {
        checkFolder(path);
        replace(target(path), temporary -> {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                content.writeTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
        });
        Folders.syncNames(folder(path));
    }

    private static Path target(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }

    private static void replace(Path target, NamedContent content) throws IOException {
        Path temporary = target;
        try {
            temporary = create(target);
            content.writeTo(temporary);
            move(temporary, target);
        } catch (IOException e) {
            throw ofFile(target, e);
        } finally {
            if (temporary != target) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** Gives a finished file its name, in one step where the file system can; what had the name goes. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A new empty file beside the target, with the permissions that new files get. */
    private static Path create(Path target) throws IOException {
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-";
        for (int i = 0; ; i++) {
            Path temporary = target.resolveSibling(name + i + ".tmp");
            try {
                return Files.createFile(temporary);
            } catch (FileAlreadyExistsException e) {
                if (i == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Removes the temporary files of a folder whose processes are no longer alive on this machine, or have handed on
     * their number.
     */
    public static void sweep(Path folder) throws IOException {
        sweep(folder, "");
    }

    /** As above, of one file unless its name is empty; a folder that may not be looked into is left as it is. */
    private static void sweep(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, file -> isLeft(file, name))) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (AccessDeniedException e) {
            return; // writing needs no right to list
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isLeft(Path file, String name) throws IOException {
        Matcher matcher = TEMPORARY.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches() || !(name.isEmpty() || matcher.group(1).equals(name))) {
            return false;
        }
        Instant written;
        try {
            written = Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return false; // its writer has just finished
        }
        return ProcessHandle.of(Long.parseLong(matcher.group(2)))
                .map(process ->
                        process.info().startInstant().filter(written::isBefore).isPresent())
                .orElse(true);
    }
}
