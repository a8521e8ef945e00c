package org.seprank.spark.study;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.seprank.file.Folders;

/** A file, or the files of a folder, in memory. */
final class FileTree implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The most that is sent between machines: an array of Java has not many more bytes. */
    static final long MOST_BYTES = 1L << 30;

    private static final FileTree EMPTY = new FileTree(new TreeMap<>());

    /** Content by the path in the folder; that of a file is empty. */
    private final SortedMap<String, byte[]> content;

    private FileTree(SortedMap<String, byte[]> content) {
        this.content = content;
    }

    /** No file. */
    static FileTree empty() {
        return EMPTY;
    }

    /** How many bytes a file has, or the files of a folder. */
    static long size(Path path) throws IOException {
        long bytes = 0;
        for (Path file : files(path)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static List<Path> files(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Reads a file or a folder.
     *
     * @throws IllegalArgumentException if it has more than {@link #MOST_BYTES}
     */
    static FileTree of(Path path) throws IOException {
        long size = size(path);
        if (size > MOST_BYTES) {
            throw new IllegalArgumentException(path + " has " + size + " bytes, but at most " + MOST_BYTES
                    + " are sent between machines; keep it in a folder that all of them see by the same name");
        }
        TreeMap<String, byte[]> content = new TreeMap<>();
        for (Path file : files(path)) {
            content.put(path.relativize(file).toString(), Files.readAllBytes(file));
        }
        return new FileTree(content);
    }

    /** The same with other contents. */
    FileTree with(UnaryOperator<byte[]> change) {
        TreeMap<String, byte[]> changed = new TreeMap<>();
        content.forEach((name, bytes) -> changed.put(name, change.apply(bytes)));
        return new FileTree(changed);
    }

    /** Writes the file or the folder; what was there before is removed. */
    void write(Path path) throws IOException {
        if (!content.containsKey("")) {
            Folders.makeEmpty(path);
        }
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            Path to = file.getKey().isEmpty() ? path : path.resolve(file.getKey());
            Path above = to.toAbsolutePath().getParent();
            if (above != null) {
                Files.createDirectories(above);
            }
            Files.write(to, file.getValue());
        }
    }
}
