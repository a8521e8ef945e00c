package org.seprank.rewire.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.file.FormatException;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.AddedVertex.Part;
import org.seprank.rewire.removal.RandomSparsifier;
import org.seprank.rewire.walk.WalkIndexSparsifier;
import org.seprank.work.Progress;

class EditFileTest {
    private static final EditHeader NAMED =
            new EditHeader("cycle", "", Map.of("method", "random", "chunk", "100"), Map.of(), "");

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
            EditList edits = new RandomSparsifier(1, RemovalRules.defaults()).sparsify(graph, Budget.all());
            Path file = folder.resolve(name);
            EditFile.write(file, graph, EditHeader.none(), edits);
            assertThat(EditFile.read(file, graph).edits()).isEqualTo(edits);
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
        EditFile.write(file, graph, EditHeader.none(), edits);
        assertThat(file).hasContent("step,action,source,target\n1,remove,0,1\n2,add,0,1\n3,add,0,2\n4,remove,0,2\n");
        assertThat(EditFile.read(file, graph).edits()).isEqualTo(edits);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditFile.write(folder.resolve("edits.json"), graph, NAMED, edits))
                .withMessageContaining("2 edits add an edge");
        assertThat(folder.resolve("edits.json")).doesNotExist();
    }

    @Test
    void jsonIsTheOfficialForm() throws IOException {
        Path file = folder.resolve("edits.json");
        EditList edits = EditList.of(Edit.remove(0, 2), Edit.remove(1, 2));
        EditFile.write(file, TestGraphs.cycle(3), NAMED, edits);
        assertThat(Files.readString(file))
                .startsWith("{\"dataset\":\"cycle\",\"chunk_size\":100,\"removed_edges\":[[0,1],[2,2]],\"header\":{");
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
        assertThat(EditFile.read(file, TestGraphs.cycle(3))).isEqualTo(new EditFile.Content(EditHeader.none(), edits));
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
                "{\"removed_edges\": [[0,\\n0|2|the text ends before it is complete"
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
        try (EditLog log = EditLog.create(file, graph, EditHeader.of("hubs", graph))) {
            sparsifier.sparsify(Sparsification.of(graph, Budget.remove(10)), log, Progress.none());
        }
        Files.writeString(file, Files.readString(file) + "11,remove,3"); // torn
        EditList left = interrupted(file, graph);
        assertThat(left).isEqualTo(all.prefix(10));
        assertThat(sparsifier.sparsify(
                        Sparsification.of(graph, Budget.all()).resuming(left), EditSink.none(), Progress.none()))
                .isEqualTo(all);
    }

    private static EditList interrupted(Path file, Graph graph) throws IOException {
        return EditFile.read(file, graph, Set.of(EditFile.Allowance.TORN_END)).edits();
    }

    /** Wherever a log is cut, what is left is a prefix of the list, even within an id with line breaks. */
    @Test
    void aLogThatIsCutAnywhereHoldsAPrefix() throws IOException {
        Graph graph = cycleWith(VertexIds.of(List.of("a", "b\nb", "#c\r\n", "say \"d\"\n", "")));
        EditList all = new RandomSparsifier(1, RemovalRules.defaults()).sparsify(graph, Budget.all());
        Path file = folder.resolve("log.csv");
        try (EditLog log = EditLog.create(file, graph, NAMED)) {
            all.forEach(edit -> log.accept(edit, 0.5));
        }
        byte[] whole = Files.readAllBytes(file);
        int before = 0;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            EditList left = interrupted(file, graph);
            assertThat(left).as("cut after %d bytes", length).isEqualTo(all.prefix(left.size()));
            assertThat(left.size()).isBetween(before, before + 1);
            before = left.size();
        }
        assertThat(before).isEqualTo(all.size());
    }

    @Test
    void aLogIsAValidPrefixAtAnyTime() throws IOException {
        Graph graph = TestGraphs.clique(150);
        EditList all = new RandomSparsifier(8, RemovalRules.defaults()).sparsify(graph, Budget.all());
        Path file = folder.resolve("log.csv");
        try (EditLog log = EditLog.create(file, graph, EditHeader.of("clique", graph))) {
            for (Edit edit : all) {
                log.accept(edit, Double.NaN);
                if (edit.u() == 40) {
                    EditList now = EditFile.read(file, graph).edits();
                    assertThat(now).isEqualTo(all.prefix(now.size()));
                }
            }
            assertThat(EditFile.read(file, graph).edits().size())
                    .isPositive(); // long logs are passed on before they end
        }
        assertThat(EditFile.read(file, graph).edits()).isEqualTo(all);
    }

    @Test
    void closingEndsALogAndNoneIsJson() throws IOException {
        Graph graph = TestGraphs.cycle(4);
        Path file = folder.resolve("log.csv");
        EditLog closed = EditLog.create(file, graph, NAMED);
        closed.close();
        closed.accept(Edit.remove(0, 1), 1);
        assertThat(EditFile.read(file, graph).edits()).isEqualTo(EditList.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditLog.create(folder.resolve("log.json"), graph, NAMED))
                .withMessageContaining("CSV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edits.csv", "edits.json"})
    void headersAndScoresComeBack(String name) throws IOException {
        Graph graph = named();
        EditHeader header = EditHeader.of("two\nlines, \"quoted\"", graph)
                .decidedBy(
                        Map.of(
                                "method",
                                "spectral",
                                "depth",
                                "3",
                                "keep_connected",
                                "true",
                                "seed",
                                "123456789012345678"),
                        Map.of("alpha", "0.50", "moves", "", "text", "a: \"b\"\n"))
                .withVersion("1.0 ");
        EditList edits = EditList.builder()
                .add(Edit.remove(0, 1))
                .scored(0.1 + 0.2)
                .add(Edit.remove(1, 2))
                .add(Edit.remove(2, 3))
                .scored(-1e-300)
                .build();
        Path file = folder.resolve(name);
        EditFile.write(file, graph, header, edits);
        EditFile.Content read = EditFile.read(file, graph);
        assertThat(read).isEqualTo(new EditFile.Content(header, edits));
        for (int i = 0; i < edits.size(); i++) {
            assertThat(read.edits().score(i)).as("edit %d", i).isEqualTo(edits.score(i));
        }
    }

    @Test
    void aHeaderIsCommentLinesAndScoresAreAColumn() throws IOException {
        Graph graph = TestGraphs.cycle(3);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("method", "jaccard");
        settings.put("depth", "3");
        settings.put("ties", "first");
        settings.put("seed", "0");
        EditHeader header = EditHeader.of("cycle", graph)
                .decidedBy(settings, Map.of("b", "2", "a", "x"))
                .withVersion("0.1.0");
        Path file = folder.resolve("edits.csv");
        EditFile.write(
                file,
                graph,
                header,
                EditList.builder().add(Edit.remove(0, 2)).scored(0.25).build());
        assertThat(file).hasContent("""
                # seprank edits 1
                # graph: cycle
                # graph_sha256: %s
                # method: jaccard
                # depth: 3
                # ties: first
                # seed: 0
                # version: 0.1.0
                # parameters: {"a":"x","b":2}
                step,action,source,target,score
                1,remove,0,2,0.25
                """.replace("%s", graph.contentHash()));
    }

    @ParameterizedTest
    @CsvSource({"edits.csv, 3", "edits.json, 1"})
    void aListOfAnotherGraphIsRefusedUnlessForced(String name, long line) throws IOException {
        Graph graph = TestGraphs.cycle(5);
        Graph other = graph.with(List.of(new Edge(0, 2)));
        EditList edits = EditList.of(Edit.remove(0, 1));
        Path file = folder.resolve(name);
        EditFile.write(file, graph, EditHeader.of("cycle", graph), edits);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(file, other))
                .satisfies(refusal -> {
                    assertThat(refusal.what())
                            .contains("another graph")
                            .contains(graph.contentHash().substring(0, 12))
                            .contains(other.contentHash().substring(0, 12));
                    assertThat(refusal).message().doesNotContain("\n").contains(name);
                    assertThat(refusal.hint()).contains("--force");
                    assertThat(refusal.line()).hasValue(line);
                });
        assertThat(EditFile.read(file, other, Set.of(EditFile.Allowance.ANY_GRAPH))
                        .edits())
                .isEqualTo(edits);
    }

    private static Graph path() {
        GraphBuilder builder = GraphBuilder.named(false);
        int a = builder.vertex("a, with | and\nbreak");
        int b = builder.vertex("b");
        int c = builder.vertex("c");
        builder.edge(a, b);
        builder.edge(b, c);
        return builder.build();
    }

    @Test
    void weightsRelationsAndNewVerticesComeBack() throws IOException {
        EditList rich = EditList.builder()
                .add(Edit.add(0, 2), 0.1 + 0.2, 3)
                .scored(5)
                .addVertex(new AddedVertex(List.of(new Part(0, 0.25), new Part(2, -0.75))))
                .add(Edit.add(1, 3), 1, 1)
                .add(Edit.remove(0, 1))
                .addVertex(new AddedVertex(List.of()))
                .add(Edit.add(3, 4), 2, 0)
                .build();
        Path file = folder.resolve("edits.csv");
        EditFile.write(file, path(), EditHeader.of("path", path()), rich);
        EditList read = EditFile.read(file, path()).edits();
        assertThat(read).isEqualTo(rich);
        assertThat(read.score(0)).hasValue(5);
        assertThat(read.score(1)).isEmpty();
        assertThat(read.applyWithRelations(path()).vertexCount()).isEqualTo(5);
        assertThat(read.prefix(1).vertices()).isEmpty();
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
                "1,add,d,b,NaN,1;finite",
                "1,add,d,b,1,-1;relation '-1'",
                ",vertex,b,,,;vertex 'b' already",
                ",vertex,x,1|b|2,,;share without a vertex",
                "1,add,b,c,1,1;'b', 'c' is an edge already when edit 1 is made",
                "1,remove,b,d,,;'b', 'd' is not an edge when edit 1 is made"
            })
    void faultsOfTheLongFormNameFileLineAndIds(String line, String fault) throws IOException {
        GraphBuilder builder = GraphBuilder.named(false);
        builder.edge(builder.vertex("b"), builder.vertex("c"));
        builder.vertex("d");
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, "step,action,source,target,weight,relation\n" + line + "\n");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(file, builder.build()))
                .withMessageContaining("cannot read " + file + ": line 2: ")
                .withMessageContaining(fault)
                .satisfies(refusal -> assertThat(refusal.hint()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"removed_edges\":[[0],[1]];malformed JSON: the text ends before it is complete",
                "{\"removed_edges\":[[0],[1]]} garbage;malformed JSON: 'garbage' does not belong there",
                "{\"removed_edges\":[[0],[1]]} {};something follows",
                "{\"removed_edges\":[[0],[1],[2]]};the end of the array",
                "{\"removed_edges\":[[0],[1]],\"removed_edges\":[[0],[1]]};malformed JSON: 'removed_edges' comes twice",
                "{\"removed_edges\":[[0],[1],]};malformed JSON: ']' does not belong there",
                "{\"removed_edges\":[[0],[1]],\"scores\":[1e999]};is not finite",
                "{\"removed_edges\":[[0],[1]],\"scores\":[NaN]};NaN",
                "{\"removed_edges\":[[0],[NaN]]};NaN",
                "[;expected an object"
            })
    void jsonIsReadToItsEnd(String text, String fault) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(file, path()))
                .withMessageContaining("cannot read " + file + ": line 1: ")
                .withMessageContaining(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad.csv", "bad.json"})
    void bytesThatAreNoTextAreNamedWithTheirLine(String name) throws IOException {
        String text = name.endsWith("csv") ? "step,action,source,target\n1,remove,0,é\n" : "\n{\"é\":0}";
        Path file = Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(file, path()))
                .withMessageContaining("cannot read " + file + ": line 2: bytes that are not UTF-8 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edits.csv", "edits.json"})
    void aFolderIsNoList(String name) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(made, path()))
                .withMessageContaining(made + ": it is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "1d", "NaN", "1e", "--1", "one"})
    void scoresAreNumbers(String score) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.csv"), "step,action,source,target,score\n1,remove,b,c," + score + "\n");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(file, path()))
                .withMessageContaining("line 2: '" + score + "' is not a finite number");
    }

    @Test
    void aGiantLineIsRefusedBeforeItFillsTheMemory() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.csv"), "step,action,source,target\n1,remove,0," + "0".repeat(1 << 20) + "1\n");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(file, path()))
                .withMessage("cannot read " + file + ": line 2: the line is longer than 1048576 characters");
    }

    @Test
    void longValuesAreCutAndControlCharactersEscaped() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.csv"),
                "step,action,source,target\n1,remove,b,\u001b[31m" + "x".repeat(1_000_000) + "\n");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EditFile.read(file, path()))
                .satisfies(e -> assertThat(e.getMessage())
                        .hasSizeLessThan(1000)
                        .contains("'\\u001b[31mxxx")
                        .doesNotContain("\u001b"));
    }
}
