package org.seprank.dataset.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.seprank.file.FormatException;

/**
 * The IDX files of MNIST, Fashion-MNIST or another set of that layout in a folder: {@code train-images-idx3-ubyte} and
 * {@code t10k-images-idx3-ubyte} (or {@code test-images-..}), plain or with {@code .gz}, labels beside them.
 *
 * @param train images for training
 * @param test images for testing
 */
public record ImageFolder(Path train, Path test) {
    private static final String IMAGES = "-images-idx3";

    /**
     * Finds them.
     *
     * @param place a folder, or a folder with what the names of its files begin with, such as {@code images/fashion}
     * @throws FormatException if there is no such file, or more than one
     */
    public static ImageFolder find(Path place) throws IOException {
        Path absolute = place.toAbsolutePath();
        boolean whole = Files.isDirectory(absolute);
        Path parent = absolute.getParent();
        Path folder = whole || parent == null ? absolute : parent;
        String prefix = whole ? "" : String.valueOf(absolute.getFileName());
        if (!Files.isDirectory(folder)) {
            throw FormatException.inFile(place, "there is no such folder", "name one with IDX images");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> images = files.filter(file -> name(file).startsWith(prefix))
                    .filter(file -> name(file).contains(IMAGES))
                    .sorted()
                    .toList();
            return new ImageFolder(only(place, images, "train"), only(place, images, "t10k", "test"));
        }
    }

    private static Path only(Path place, List<Path> images, String... parts) throws FormatException {
        List<Path> found = images.stream()
                .filter(file -> Stream.of(parts).anyMatch(part -> name(file).contains(part + IMAGES)))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String which = String.join(" or ", parts);
        throw found.isEmpty()
                ? FormatException.inFile(
                        place, "there is no file .." + which + IMAGES + "..", "use the names of MNIST's files")
                : FormatException.inFile(
                        place,
                        "there are several files .." + which + IMAGES + "..: "
                                + found.stream().map(ImageFolder::name).toList(),
                        "add what the names of one set begin with, as in images/fashion");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
