package org.seprank.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Folders with all that is in them. */
public final class Folders {
    private static final boolean OPEN =
            !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");

    private Folders() {}

    /** Removes a folder, if it is there, and all that is in it. */
    public static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    /** Makes a folder, and those above it, or empties it of what is there. */
    public static void makeEmpty(Path folder) throws IOException {
        remove(folder);
        Files.createDirectories(folder);
    }

    /** Has the files of a folder that others wrote reach the disk; does nothing if there is no such folder. */
    public static void sync(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.toList()) {
                if (Files.isDirectory(one)) {
                    syncNames(one);
                } else if (Files.isRegularFile(one)) {
                    try (FileChannel channel = FileChannel.open(one, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
        }
    }

    /** Names of files reach the disk with their folder; Windows cannot open folders and needs no such step. */
    static void syncNames(Path folder) throws IOException {
        if (OPEN) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
