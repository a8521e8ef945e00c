package org.seprank.graph.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.file.NpzFixture;
import org.seprank.file.PickleFixture;

/** Small files of the formats that are only read. */
final class SmallFiles {
    private SmallFiles() {}

    /** A path of four vertices and an isolated one as pickled neighbour lists. */
    static byte[] planetoid() {
        Map<Integer, List<Integer>> lists = new LinkedHashMap<>();
        lists.put(0, List.of(1));
        lists.put(1, List.of(0, 2));
        lists.put(2, List.of(1, 3, 3));
        lists.put(3, List.of(2, 2));
        lists.put(4, List.of());
        return PickleFixture.lists(lists);
    }

    /** A path of four vertices and an isolated one as an archive of arrays. */
    static byte[] npz(Path folder) throws IOException {
        Path file = folder.resolve("valid");
        new NpzFixture()
                .integers("node_labels", "5,", 0, 1, 0, 1, 0)
                .integers("edges", "3, 2", 0, 1, 1, 2, 2, 3)
                .write(file);
        return Files.readAllBytes(file);
    }

    /** A valid file of any format. */
    static byte[] of(GraphFormat format, Path folder, long seed) throws IOException {
        if (format == GraphFormat.PLANETOID) {
            return planetoid();
        }
        if (format == GraphFormat.NPZ) {
            return npz(folder);
        }
        Path file = folder.resolve("valid");
        GraphWriter.write(RandomGraph.fitting(format, seed), file, format);
        return Files.readAllBytes(file);
    }
}
