package org.seprank.rewire.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.edit.AddedVertex.Part;
import org.seprank.graph.GraphFormatException;
import org.seprank.rewire.edit.AddedVertex.Part;

class RewiringFileTest {
    private static final EditFile.Origin ORIGIN = new EditFile.Origin("test", 1);

    @TempDir
    private Path folder;

    private static Graph graph() {
        GraphBuilder builder = GraphBuilder.named(false);
        int a = builder.vertex("a, with comma");
        int b = builder.vertex("b");
        int c = builder.vertex("c");
        builder.edge(a, b);
        builder.edge(b, c);
        return builder.build();
    }

    private Rewiring roundTrip(Rewiring rewiring) throws IOException {
        Path file = folder.resolve("edits.csv");
        EditFile.write(file, graph(), rewiring, ORIGIN);
        return EditFile.readRewiring(file, graph());
    }

    @Test
    void plainEditsKeepTheFourColumns() throws IOException {
        Rewiring plain = Rewiring.of(EditList.of(Edit.remove(0, 1), Edit.add(0, 2)));
        assertThat(roundTrip(plain)).isEqualTo(plain);
        assertThat(Files.readAllLines(folder.resolve("edits.csv")).get(0)).isEqualTo(EditCsv.HEADER);
    }

    @Test
    void weightsRelationsAndNewVerticesComeBack() throws IOException {
        Rewiring rich = Rewiring.builder()
                .add(Edit.add(0, 2), 0.1 + 0.2, 3)
                .addVertex(new AddedVertex(List.of(new Part(0, 0.25), new Part(2, -0.75))))
                .add(Edit.add(1, 3), 1, 1)
                .add(Edit.remove(0, 1))
                .addVertex(new AddedVertex(List.of()))
                .add(Edit.add(3, 4), 2, 0)
                .build();
        assertThat(roundTrip(rich)).isEqualTo(rich);
        assertThat(roundTrip(rich).applyWithRelations(graph()).vertexCount()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,add,b;6 fields",
                "2,add,b,c,1,1;expected step 1",
                "1,fly,b,c,1,1;unknown action 'fly'",
                "1,add,b,z,1,1;no vertex 'z'",
                "1,add,b,b,1,1;to itself",
                "1,add,b,c,NaN,1;finite",
                "1,add,b,c,1,-1;relation '-1'",
                ",vertex,b,,,;vertex 'b' already"
            })
    void faultsNameTheirLine(String line, String fault) throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, RewiringCsv.HEADER + "\n" + line + "\n");
        assertThatThrownBy(() -> EditFile.readRewiring(file, graph()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(fault);
    }

    @Test
    void edgesKeepTheirRelationsAndNewOnesComeAfterThem() {
        Graph once = Rewiring.builder().add(Edit.add(0, 2), 1, 1).build().applyWithRelations(graph());
        assertThat(relations(once)).containsExactly("0", "1", "0");
        Graph twice = Rewiring.builder()
                .add(Edit.remove(0, 2))
                .add(Edit.remove(0, 1))
                .add(Edit.add(0, 1), 1, 1)
                .build()
                .applyWithRelations(once);
        assertThat(relations(twice)).containsExactly("1", "0");
    }

    private static List<String> relations(Graph graph) {
        return java.util.stream.IntStream.range(0, graph.edgeCount())
                .mapToObj(
                        e -> graph.edgeAttributes().value(Rewiring.RELATION, e).orElse("?"))
                .toList();
    }
}
