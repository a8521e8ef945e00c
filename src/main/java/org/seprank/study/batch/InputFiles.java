package org.seprank.study.batch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.input.FileHash;

/**
 * The files that studies name: patterns of them and SHA-256 of their content, each read once. Not for several threads.
 */
final class InputFiles {
    private final Map<Path, String> known = new TreeMap<>();

    /**
     * The inputs that one stands for: the files that a pattern such as {@code graphs/*.graphml} matches, the files of a
     * folder, else itself.
     *
     * @param folder whether a folder stands for the files in it
     * @return in the order of their names; empty where a pattern matches nothing
     */
    static List<String> expand(String input, boolean folder) throws IOException {
        Optional<Path> path = path(input);
        if (path.isPresent() && Files.exists(path.get())) {
            return folder && Files.isDirectory(path.get()) ? filesOf(path.get()) : List.of(input);
        }
        boolean generated = input.matches("[a-z]+:.*");
        return generated || !input.matches(".*[*?\\[].*") ? List.of(input) : matching(input);
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !hidden(file))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static boolean hidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private static List<String> matching(String pattern) throws IOException {
        int wild = 0;
        while ("*?[".indexOf(pattern.charAt(wild)) < 0) {
            wild++;
        }
        int slash = pattern.lastIndexOf('/', wild);
        Path start = Path.of(slash < 0 ? "." : pattern.substring(0, slash + 1));
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.walk(start)) {
            return files.map(file -> slash < 0 ? start.relativize(file) : file)
                    .filter(file -> matcher.matches(file) && Files.isRegularFile(file) && !hidden(file))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    /** SHA-256 of everything that is there under a name that the study mentions. */
    SortedMap<String, String> digests(StudySpec spec) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, List<String>> option : spec.options().entrySet()) {
            boolean input = option.getKey().equals(StudySpec.INPUT);
            for (String value : option.getValue()) {
                for (String name : StudySpec.names(value)) {
                    Optional<Path> path = path(name);
                    if (path.isPresent() && (Files.isRegularFile(path.get()) || (input && Files.exists(path.get())))) {
                        digests.put(name, digest(path.get()));
                    }
                }
            }
        }
        return digests;
    }

    private static Optional<Path> path(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private String digest(Path path) throws IOException {
        String seen = known.get(path);
        if (seen == null) {
            seen = FileHash.ofAll(path);
            known.put(path, seen);
        }
        return seen;
    }
}
