package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seprank.file.FormatException;
import org.seprank.graph.ParallelEdges;
import org.seprank.graph.io.codec.Direction;

/**
 * Whatever is done to a valid file, reading it gives a graph or a {@link FormatException} of one short line. The
 * property {@code fuzz} is the number of files of each format, {@code fuzz.seed} the first seed.
 */
class GraphReaderFuzzTest {
    private static final int COUNT = Integer.getInteger("fuzz", 60);
    private static final long FIRST = Long.getLong("fuzz.seed", 0);
    private static final int LONGEST_MESSAGE = 700; // with a path

    private static final List<Direction> DIRECTIONS = List.of(Direction.values());
    private static final List<ParallelEdges> RULES = List.of(ParallelEdges.values());
    private static final List<byte[]> WORDS = Stream.of(
                    "\u0000",
                    "\u00ff",
                    "-1",
                    "999999999999",
                    "\n",
                    "\r",
                    "\"",
                    "]",
                    "[",
                    "1e999",
                    "&#x0;",
                    "{",
                    "}",
                    " ",
                    "\\",
                    "\t",
                    ",",
                    ";",
                    "=",
                    ":",
                    "<",
                    ">",
                    "%",
                    "#",
                    "*",
                    "'",
                    "\u001b[31m",
                    "NaN",
                    "0x1p3",
                    "true",
                    "null",
                    "4294967296",
                    "-0",
                    "00",
                    "1,5",
                    "% bip",
                    "{'weight': 1}",
                    "*Vertices 3",
                    "->",
                    "--")
            .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
            .toList();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 12, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDamagedFileIsReadOrRefusedInOneLine(GraphFormat format) throws IOException {
        List<byte[]> seeds = seeds(format);
        for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = random.nextInt(3) > 0
                    ? SmallFiles.of(format, folder, seed % 20)
                    : seeds.get(random.nextInt(seeds.size()));
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes = mutated(bytes, seeds.get(random.nextInt(seeds.size())), random);
            }
            Path file = Files.write(folder.resolve("mutated"), bytes);
            check(file, options(format, random), format + ", fuzz.seed " + seed);
        }
    }

    /** The examples of the format in the resources, and one that was written. */
    private List<byte[]> seeds(GraphFormat format) throws IOException {
        List<byte[]> seeds = new ArrayList<>(List.of(SmallFiles.of(format, folder, 0)));
        Path examples = Reported.file("gephi.gexf").resolveSibling("..").normalize();
        try (Stream<Path> files = Files.walk(examples)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (GraphFormat.forName(file).orElse(GraphFormat.EDGE_LIST) == format && Files.size(file) < 5_000) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }

    private static ReadOptions options(GraphFormat format, SplittableRandom random) {
        ReadOptions options = random.nextInt(8) == 0
                ? ReadOptions.defaults()
                : ReadOptions.defaults().withFormat(format);
        return options.withDirection(DIRECTIONS.get(random.nextInt(3)))
                .withParallelEdges(RULES.get(random.nextInt(3)))
                .withLargestComponent(random.nextBoolean())
                .withVertexCount(random.nextInt(4) == 0 ? random.nextInt(20) : 0);
    }

    private static void check(Path file, ReadOptions options, String name) throws IOException {
        long before = System.nanoTime();
        try {
            GraphReader.forEach(file, options, graph -> {});
        } catch (FormatException e) {
            assertThat(e.hint()).as(name).isNotBlank();
            assertThat(e.what()).as(name).isNotBlank();
            assertThat(String.valueOf(e.getMessage()))
                    .as(name)
                    .hasSizeLessThan(LONGEST_MESSAGE)
                    .doesNotContainPattern("\\p{Cntrl}");
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(name + ":\n" + Files.readString(file, StandardCharsets.ISO_8859_1), e);
        }
        assertThat(System.nanoTime() - before).as(name).isLessThan(TimeUnit.SECONDS.toNanos(20));
    }

    private static byte[] mutated(byte[] bytes, byte[] other, SplittableRandom random) throws IOException {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + bytes.length / 4));
        byte[] before = part(bytes, 0, from);
        byte[] after = part(bytes, from, bytes.length);
        return switch (random.nextInt(9)) {
            case 0 -> before;
            case 1 -> joined(before, part(bytes, to, bytes.length));
            case 2 -> joined(part(bytes, 0, to), after);
            case 3, 4 -> joined(before, WORDS.get(random.nextInt(WORDS.size())), after);
            case 5 -> joined(before, WORDS.get(random.nextInt(WORDS.size())), part(bytes, to, bytes.length));
            case 6 -> joined(before, part(other, random.nextInt(other.length + 1), other.length));
            case 7 -> repeated(before, part(bytes, from, to), after, random);
            default -> random.nextInt(10) > 0 ? flipped(bytes, random) : packed(bytes);
        };
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] repeated(byte[] before, byte[] part, byte[] after, SplittableRandom random) {
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        repeated.writeBytes(before);
        for (int i = random.nextInt(50); i >= 0; i--) {
            repeated.writeBytes(part);
        }
        repeated.writeBytes(after);
        return repeated.toByteArray();
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(4); i >= 0 && copy.length > 0; i--) {
            int at = random.nextInt(copy.length);
            copy[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(32, 127));
        }
        return copy;
    }

    private static byte[] packed(byte[] bytes) throws IOException {
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
