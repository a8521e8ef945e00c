package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.DatasetInfo;
import org.seprank.file.FormatException;
import org.seprank.file.Fuzz;

/** Whatever happens to a file, reading it gives a dataset or a {@link FormatException}. */
class MutatedFilesTest {
    @TempDir
    Path folder;

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
            Files.write(file, Fuzz.mutatedFile(sound, random));
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
            assertThat(e.getMessage())
                    .startsWith("cannot read ")
                    .hasSizeLessThan(2000)
                    .doesNotContain("\n");
            return 0;
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError(file + " mutated with seed " + seed, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"planetoid", "heterophilous", "gnn-benchmark", "ogb", "geom-gcn", "film", "tu", "dgcnn", "csv"})
    void aMutatedFileGivesADatasetOrOneFault(String format) throws IOException {
        mutateAndRead(fixture(format), Fuzz.rounds(60));
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
