package org.seprank.graph.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seprank.file.FormatException;

/** Whatever is done to a valid file, reading it gives a graph or a {@link FormatException}. */
class MutationTest {
    private static final byte[][] WORDS = {
        {0},
        {(byte) 0xff},
        "-1".getBytes(StandardCharsets.US_ASCII),
        "999999999999".getBytes(StandardCharsets.US_ASCII),
        "\n".getBytes(StandardCharsets.US_ASCII),
        "\"".getBytes(StandardCharsets.US_ASCII),
        "]".getBytes(StandardCharsets.US_ASCII),
        "1e999".getBytes(StandardCharsets.US_ASCII),
        "&#x0;".getBytes(StandardCharsets.US_ASCII),
        "{".getBytes(StandardCharsets.US_ASCII),
        " ".getBytes(StandardCharsets.US_ASCII),
        "\\".getBytes(StandardCharsets.US_ASCII)
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void mutatedFilesAreReadOrRefused(GraphFormat format) throws IOException {
        check(format, 60);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void manyMutatedFilesAreReadOrRefused(GraphFormat format) throws IOException {
        check(format, 5_000);
    }

    private void check(GraphFormat format, int count) throws IOException {
        ReadOptions forced = ReadOptions.defaults().withFormat(format);
        for (long seed = 0; seed < count; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = SmallFiles.of(format, folder, seed % 20);
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes = mutated(bytes, random);
            }
            Path file = Files.write(folder.resolve("mutated"), bytes);
            read(file, random.nextInt(8) == 0 ? ReadOptions.defaults() : forced, format + ", seed " + seed);
        }
    }

    private static void read(Path file, ReadOptions options, String name) throws IOException {
        try {
            GraphReader.forEach(file, options, graph -> {});
        } catch (FormatException e) {
            if (e.hint().isBlank() || e.what().isBlank()) {
                throw new AssertionError(name + ": nothing said", e);
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(name + ":\n" + Files.readString(file, StandardCharsets.ISO_8859_1), e);
        }
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) throws IOException {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + bytes.length / 4));
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            case 3 ->
                joined(
                        Arrays.copyOf(bytes, from),
                        WORDS[random.nextInt(WORDS.length)],
                        Arrays.copyOfRange(bytes, from, bytes.length));
            case 4 -> packed(bytes, random);
            default -> flipped(bytes, random);
        };
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(4); i >= 0 && copy.length > 0; i--) {
            int at = random.nextInt(copy.length);
            copy[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(32, 127));
        }
        return copy;
    }

    private static byte[] packed(byte[] bytes, SplittableRandom random) throws IOException {
        if (random.nextInt(10) > 0) {
            return flipped(bytes, random);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
