package org.seprank.rewire.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;
import org.seprank.work.Progress;
import org.seprank.work.Progress;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RandomSparsifier;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.WalkIndexSparsifier;

class EditFileTest {
    private static final EditFile.Origin ORIGIN = new EditFile.Origin("cycle", 100);

    @TempDir
    private Path folder = Path.of("");

    private static Graph cycleWith(VertexIds ids) {
        GraphBuilder builder = GraphBuilder.over(ids, false);
        for (int v = 0; v < ids.size(); v++) {
            builder.edge(v, (v + 1) % ids.size());
        }
        return builder.build();
    }

    private static Graph named() {
        return cycleWith(VertexIds.of(List.of("a", "b,c", "say \"d\"", " e ", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edits.csv", "edits.json", "deeper/folder/edits.JSON"})
    void removalsRoundTripWithTheirIds(String name) throws IOException {
        for (Graph graph : List.of(
                TestGraphs.cycle(5), cycleWith(VertexIds.ascending(new long[] {-3, 7, 12, 40, 1L << 40})), named())) {
            EditList edits = RandomSparsifier.of(1).sparsify(graph, Budget.all());
            Path file = folder.resolve(name);
            EditFile.write(file, graph, edits, ORIGIN);
            assertThat(EditFile.read(file, graph)).isEqualTo(edits);
            try (var left = Files.list(file.toAbsolutePath().getParent())) {
                assertThat(left.filter(path -> path.toString().endsWith(".part")))
                        .isEmpty();
            }
        }
    }

    @Test
    void csvHoldsAdditionsToo() throws IOException {
        Graph graph = TestGraphs.cycle(5);
        EditList edits = EditList.of(Edit.remove(0, 1), Edit.add(0, 1), Edit.add(0, 2), Edit.remove(0, 2));
        Path file = folder.resolve("edits.csv");
        EditFile.write(file, graph, edits, ORIGIN);
        assertThat(file).hasContent("step,action,source,target\n1,remove,0,1\n2,add,0,1\n3,add,0,2\n4,remove,0,2\n");
        assertThat(EditFile.read(file, graph)).isEqualTo(edits);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditFile.write(folder.resolve("edits.json"), graph, edits, ORIGIN))
                .withMessageContaining("2 edits add an edge");
        assertThat(folder.resolve("edits.json")).doesNotExist();
        assertThatIllegalArgumentException().isThrownBy(() -> new EditFile.Origin("cycle", 0));
    }

    @Test
    void jsonIsTheOfficialForm() throws IOException {
        Path file = folder.resolve("edits.json");
        EditFile.write(file, TestGraphs.cycle(3), EditList.of(Edit.remove(0, 2), Edit.remove(1, 2)), ORIGIN);
        assertThat(file).hasContent("{\"dataset\":\"cycle\",\"chunk_size\":100,\"removed_edges\":[[0,1],[2,2]]}\n");
        Files.writeString(file, """
                {
                    "dataset": "cora", "more": {"removed_edges": 1},
                    "chunk_size": 10556,
                    "removed_edges": [
                        [2, 2],
                        [0, "1"]
                    ]
                }
                """);
        assertThat(EditFile.read(file, TestGraphs.cycle(3)))
                .isEqualTo(EditList.of(Edit.remove(0, 2), Edit.remove(1, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from,to\\n|1|expected the header",
                "|1|expected the header",
                "step,action,source,target\\n1,remove,0|2|expected 4 fields, found 3",
                "step,action,source,target\\n1,remove,0,1\\n3,remove,1,2|3|expected step 2, found '3'",
                "step,action,source,target\\n1,drop,0,1|2|unknown action 'drop'",
                "step,action,source,target\\n\\n1,remove,0,17|3|no vertex '17'",
                "step,action,source,target\\n1,remove,0,0|2|to itself",
                "step,action,source,target\\n1,remove,0,2|2|is not an edge",
                "step,action,source,target\\n1,remove,0,1\\n2,remove,1,0|3|is not an edge when edit 2",
                "step,action,source,target\\n1,add,0,1|2|is an edge already",
                "step,action,source,target\\n1,remove,\"0,1|2|a quote is not closed"
            })
    void malformedCsvIsRefusedWithItsLine(String text, long line, String what) throws IOException {
        Path file = folder.resolve("edits.csv");
        Files.writeString(file, text == null ? "" : text.replace("\\n", "\n"));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(file, TestGraphs.cycle(5)))
                .satisfies(complaint -> {
                    assertThat(complaint.what()).contains(what);
                    assertThat(complaint.line()).hasValue(line);
                    assertThat(complaint.path()).isEqualTo(file.toString());
                    assertThat(complaint.hint()).isNotEmpty();
                    assertThat(complaint).hasMessageContaining("cannot read " + file + ": line " + line + ": ");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1]|1|expected an object",
                "{\"dataset\": \"x\"}|1|no field 'removed_edges'",
                "{\"removed_edges\": 3}|1|expected an array of two arrays",
                "{\"removed_edges\": [\\n3]}|2|expected an array of vertex ids",
                "{\"removed_edges\": [[0],\\n[1.5]]}|2|expected a vertex id",
                "{\"removed_edges\": [[0, 1],\\n[1]]}|2|2 sources but 1 targets",
                "{\"removed_edges\": [[0,\\n7], [1, 2]]}|2|no vertex '7'",
                "{\"removed_edges\": [[0,\\n0|2|end-of-input"
            })
    void malformedJsonIsRefusedWithItsLine(String text, long line, String what) throws IOException {
        Path file = folder.resolve("edits.json");
        Files.writeString(file, text.replace("\\n", "\n"));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(file, TestGraphs.cycle(5)))
                .satisfies(complaint -> {
                    assertThat(complaint.what()).contains(what);
                    assertThat(complaint.line()).hasValue(line);
                });
    }

    @Test
    void anInterruptedLogIsContinuedToTheSameList() throws IOException {
        Graph graph = TestGraphs.hubs(2, 40, 2, false);
        Path file = folder.resolve("log.csv");
        Sparsifier sparsifier =
                WalkIndexSparsifier.of(3, RemovalRules.defaults().withChunk(4));
        EditList all = sparsifier.sparsify(graph, Budget.all());
        try (EditLog log = EditLog.create(file, graph)) {
            sparsifier.sparsify(Sparsification.of(graph, Budget.remove(10)), log, Progress.none());
        }
        Files.writeString(file, Files.readString(file) + "11,remove,3"); // torn
        try (EditLog log = EditLog.resume(file, graph)) {
            assertThat(log.decided()).isEqualTo(all.prefix(10));
            sparsifier.sparsify(Sparsification.of(graph, Budget.all()).resuming(log.decided()), log, Progress.none());
        }
        assertThat(EditFile.read(file, graph)).isEqualTo(all);
    }

    @Test
    void aLogIsAValidPrefixAtAnyTime() throws IOException {
        Graph graph = TestGraphs.clique(150);
        EditList all = RandomSparsifier.of(8).sparsify(graph, Budget.all());
        Path file = folder.resolve("log.csv");
        try (EditLog log = EditLog.create(file, graph)) {
            for (Edit edit : all) {
                log.accept(edit);
                if (edit.u() == 40) {
                    EditList now = EditFile.read(file, graph);
                    assertThat(now).isEqualTo(all.prefix(now.size()));
                }
            }
            assertThat(EditFile.read(file, graph).size()).isPositive(); // long logs are passed on before they end
        }
        assertThat(EditFile.read(file, graph)).isEqualTo(all);
    }

    @Test
    void resumingNothingStartsALogAndClosingEndsIt() throws IOException {
        Graph graph = TestGraphs.cycle(4);
        Path file = folder.resolve("log.csv");
        EditLog closed = EditLog.resume(file, graph);
        closed.close();
        closed.accept(Edit.remove(0, 1));
        assertThat(EditFile.read(file, graph)).isEqualTo(EditList.empty());
        Files.writeString(file, "step,act");
        try (EditLog log = EditLog.resume(file, graph)) {
            log.accept(Edit.remove(0, 1));
        }
        assertThat(EditFile.read(file, graph)).isEqualTo(EditList.of(Edit.remove(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditLog.create(folder.resolve("log.json"), graph))
                .withMessageContaining("CSV");
    }
}
