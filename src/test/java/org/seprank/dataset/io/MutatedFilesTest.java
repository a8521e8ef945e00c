package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.DatasetInfo;
import org.seprank.file.FormatException;

/** Whatever happens to a file, reading it gives a dataset or a {@link FormatException}. */
class MutatedFilesTest {
    private static final String[] NUMBERS = {"-1", "999999999", "4294967296", "1e40", "NaN", "", " ", "0.5", "\"", ","};

    @TempDir
    Path folder;

    /** One of the ways in which bytes go wrong. */
    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        byte[] copy = bytes.clone();
        switch (random.nextInt(5)) {
            case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> copy[at] = (byte) random.nextInt();
            case 2 -> copy = Arrays.copyOf(bytes, at);
            case 3 ->
                copy = joined(
                        bytes, at, NUMBERS[random.nextInt(NUMBERS.length)].getBytes(StandardCharsets.US_ASCII), at);
            default -> copy = joined(bytes, at, new byte[0], Math.min(bytes.length, at + 1 + random.nextInt(8)));
        }
        return copy;
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, end);
        out.writeBytes(middle);
        out.write(bytes, start, bytes.length - start);
        return out.toByteArray();
    }

    /** Mutates what is packed, so that the damage is not found by unpacking already. */
    private static byte[] mutatedInside(String name, byte[] bytes, SplittableRandom random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (name.endsWith(".gz")) {
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(mutated(plain, random));
            }
            return out.toByteArray();
        }
        int chosen = random.nextInt(6);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            int index = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] array = in.readAllBytes();
                zip.write(index++ == chosen ? mutated(array, random) : array);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private Path fixture(String format) throws IOException {
        return switch (format) {
            case "planetoid" -> Fixtures.planetoid(folder);
            case "heterophilous" -> Fixtures.heterophilous(folder);
            case "gnn-benchmark" -> Fixtures.gnnBenchmark(folder);
            case "ogb" -> Fixtures.ogb(folder);
            case "geom-gcn" -> Fixtures.geomGcn(folder);
            case "film" -> Fixtures.film(folder);
            case "tu" -> Fixtures.tu(folder);
            case "dgcnn" -> Fixtures.dgcnn(folder);
            default -> Fixtures.csv(folder);
        };
    }

    private void mutateAndRead(Path dataset, int rounds) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        int read = 0;
        for (int seed = 0; seed < rounds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Path file = files.get(random.nextInt(files.size()));
            byte[] sound = Files.readAllBytes(file);
            String name = file.toString();
            boolean packed = name.endsWith(".gz") || name.endsWith(".npz");
            boolean inside = packed && random.nextInt(4) > 0;
            Files.write(file, inside ? mutatedInside(name, sound, random) : mutated(sound, random));
            read += outcome(dataset, file, seed);
            Files.write(file, sound);
        }
        assertThat(read).as("mutations that still read").isBetween(1, rounds - 1);
    }

    private static int outcome(Path dataset, Path file, int seed) {
        try {
            Dataset read = Datasets.read(dataset);
            assertThat(DatasetInfo.of(read).structure().graphs()).isPositive();
            return 1;
        } catch (FormatException e) {
            assertThat(e.getMessage()).startsWith("cannot read ");
            return 0;
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError(file + " mutated with seed " + seed, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"planetoid", "heterophilous", "gnn-benchmark", "ogb", "geom-gcn", "film", "tu", "dgcnn", "csv"})
    void aMutatedFileGivesADatasetOrOneFault(String format) throws IOException {
        mutateAndRead(fixture(format), 60);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {"planetoid", "heterophilous", "gnn-benchmark", "ogb", "geom-gcn", "film", "tu", "dgcnn", "csv"})
    void manyMutatedFilesGiveADatasetOrOneFault(String format) throws IOException {
        mutateAndRead(fixture(format), 3000);
    }

    @Test
    @Tag("slow")
    void mutatedPublicFilesGiveADatasetOrOneFault() throws IOException {
        for (String part : List.of("x", "y", "tx", "ty", "allx", "ally", "graph", "test.index")) {
            Path file = Shared.file("data/planetoid/ind.cora." + part);
            Files.copy(file, folder.resolve("ind.cora." + part));
        }
        mutateAndRead(folder.resolve("ind.cora.graph"), 200);
    }
}
