package org.seprank.study.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Files that are there as a whole or not at all, and once they are there survive a loss of power. */
final class DurableFile {
    private static final String TEMPORARY = ".tmp";
    private static final boolean FOLDERS_OPEN =
            !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");

    private DurableFile() {}

    /** Writes to a temporary file, has it reach the disk, gives it its name, has the name reach the disk. */
    static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + TEMPORARY);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(file.resolveSibling("."));
    }

    /** Has files that others wrote below a folder reach the disk. */
    static void syncAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.toList()) {
                if (Files.isDirectory(one)) {
                    syncFolder(one);
                } else if (Files.isRegularFile(one)) {
                    try (FileChannel channel = FileChannel.open(one, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
        }
    }

    /** Makes a folder, or empties it of what a killed study left there. */
    static void makeEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** Removes what killed writers left. */
    static void sweep(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(".") && name.endsWith(TEMPORARY)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Names of files reach the disk with their folder; Windows cannot open folders and needs no such step. */
    private static void syncFolder(Path folder) throws IOException {
        if (FOLDERS_OPEN) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
