package org.seprank.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryFuzzTest {
    @TempDir
    Path folder;

    @Test
    void picklesAreReadOrRefused() throws IOException {
        Pickle pickle = Pickle.ofPlainData().allowing(PickledArray.constructors());
        List<byte[]> sound = List.of(
                PickleFixture.lists(Map.of(0, List.of(1), 1, List.of(0, 2), 2, List.of())),
                PickleFixture.matrix(2, 2, 1, 0, 0, 1));
        for (byte[] bytes : sound) {
            Path file = Files.write(folder.resolve("a.pickle"), bytes);
            Fuzz.check(file, 1000, () -> {
                try (InputStream in = Files.newInputStream(file)) {
                    Object ignored = pickle.read(file, in);
                }
            });
        }
    }

    @Test
    void arraysAreReadOrRefused() throws IOException {
        Path file = folder.resolve("a.npz");
        try (NpzOutput out = NpzOutput.to(Files.newOutputStream(file))) {
            out.text("text", "an ä");
            out.vector("floats", NpzOutput.Item.FLOAT, 1, 2, 3);
            out.begin("matrix", NpzOutput.Item.LONG, 2, 3);
            for (long i = 0; i < 6; i++) {
                out.put(i);
            }
            out.end();
        }
        Fuzz.check(file, 500, () -> {
            try (Npz npz = Npz.open(file, ReadLimits.defaults())) {
                npz.text("text", 100);
                npz.reals("floats");
                npz.cells("matrix", (i, j, value) -> {});
                npz.integers("matrix");
            }
        });
    }
}
