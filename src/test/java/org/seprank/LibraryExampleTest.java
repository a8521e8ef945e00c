package org.seprank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.io.GraphReader;
import org.seprank.graph.io.GraphWriter;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.rewire.edit.EditList;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;

/** The library as the README shows it. */
class LibraryExampleTest {
    @Test
    void theReadmesExampleRuns(@TempDir Path folder) throws Exception {
        Path sparse = folder.resolve("sparse.graphml");
        // README
        Graph graph = GraphReader.graph(Path.of("graphs/karate.graphml"));
        VertexSet side = VertexSet.range(graph.vertexCount(), 0, 15);
        SeparationProblem problem =
                SeparationProblem.of(graph, side).withDepth(3).withWidths(8, 16);
        SeparationAnalysis analysis = SeparationAnalysis.of(problem);
        double lower = analysis.lower().nats(); // ln of the separation rank is at least this for almost all weights
        double upper = analysis.upper().nats(); // and at most this for all

        EditList order = Methods.named("wis").order(graph); // of removals, for depth 3; any prefix is a smaller budget
        GraphWriter.write(order.prefix(23).applyTo(graph), sparse);
        // end
        assertThat(lower).isPositive().isLessThanOrEqualTo(upper);
        assertThat(GraphReader.graph(sparse).edgeCount()).isEqualTo(55);
    }

    @Test
    void theReadmeShowsThisExample() throws Exception {
        List<String> source = Files.readAllLines(Path.of("src/test/java/org/seprank/LibraryExampleTest.java"));
        int start = source.indexOf("        // README");
        String example = String.join(
                "\n",
                source.subList(start + 1, source.indexOf("        // end")).stream()
                        .map(line -> line.isEmpty() ? line : line.substring(8))
                        .toList());
        assertThat(Files.readString(Path.of("README.md"))).contains(example);
    }
}
