package org.seprank.graph.partition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.file.Fuzz;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

class PartitionFuzzTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"# chosen\n3\n\n 2 \n", "0 left\n1\tright side\n\"2\" left\n3 middle\n"})
    void partitionFilesAreReadOrRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), text);
        Graph graph = GraphBuilder.over(5, false).build();
        Fuzz.check(file, 500, () -> PartitionFile.read(file, graph));
    }
}
