package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.file.FormatException;

class MalformedFileTest {
    @TempDir
    Path folder;

    /** File name, content, line of the fault or 0, and what the message says. */
    static Stream<Arguments> text() {
        return Stream.of(
                arguments("a.txt", "# c\n0 1\n\na\n", 4, "expected two vertices, found 'a'"),
                arguments("a.txt", "0 1 2\n1 2 3\n2 3\n", 3, "expected 3 columns as in line 1, found 2"),
                arguments("a.txt", "0 1\n1 2 3\n", 2, "expected 2 columns as in line 1, found 3"),
                arguments("a.txt", "0 1 2\n1 2 x\n", 2, "expected a weight, found 'x'"),
                arguments("a.txt", "0 1 2\n1 2 1e999\n", 2, "expected a weight, found '1e999'"),
                arguments("a.txt", "0 1 2\n1 2 NaN\n", 2, "expected a weight, found 'NaN'"),
                arguments("a.txt", "0 1 2 3 4\n", 1, "found 5 columns"),
                arguments("a.txt", "from to\n0 1\n1 2\n", 1, "found column names 'from', 'to'"),
                arguments("a.txt", "# c\n# Nodes: 99999999999 Edges: 1\n0 1\n", 2, "declares 99999999999 vertices"),
                arguments("a.txt", "# nothing\n", 0, "has no edges"),
                arguments("a.csv", "a,b\nx,y\n", 1, "no column 'source' among a, b"),
                arguments("a.csv", "source,b\nx,y\n", 1, "no column 'target'"),
                arguments("a.csv", "source,target\nx,y\nx\n", 3, "expected 2 fields, found 1"),
                arguments("a.csv", "source,target,weight\nx,y,1\nx,z,?\n", 3, "expected a weight, found '?'"),
                arguments("a.csv", "source,target\nx,\n", 2, "an end of an edge is missing"),
                arguments("a.csv", "source,target\nx,\"y\n", 2, "a quoted field"),
                arguments("a.graphml", "<graphml>\n<graph>\n<node/></graph></graphml>", 3, "no attribute 'id'"),
                arguments("a.graphml", "<graphml>\n<graph>\n<node id='a'>", 3, "malformed XML"),
                arguments(
                        "a.graphml",
                        "<graphml><graph>\n<node id='a'/>\n<edge source='a' target='b'/></graph></graphml>",
                        3,
                        "an edge to vertex 'b', which is not declared"),
                arguments(
                        "a.graphml",
                        "<graphml><graph>\n<node id='a'/>\n<node id='a'/></graph></graphml>",
                        3,
                        "vertex 'a' is declared twice"),
                arguments("a.graphml", "<graphml><graph>\n<hyperedge/></graph></graphml>", 2, "a hyperedge"),
                arguments("a.graphml", "<graphml>\n</graphml>", 0, "no element <graph>"),
                arguments("a.graphml", "<graphml><graph/>\n<graph/></graphml>", 2, "a second graph"),
                arguments(
                        "a.graphml",
                        "<graphml><key id='w' for='edge' attr.name='weight' attr.type='double'/><graph>\n<node id='a'/>"
                                + "<node id='b'/>\n<edge source='a' target='b'><data key='w'>much</data></edge>"
                                + "</graph></graphml>",
                        3,
                        "expected a weight, found 'much'"),
                arguments(
                        "a.graphml",
                        "<!DOCTYPE graphml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n<graphml><graph>\n"
                                + "<node id='a'><data key='d'>&x;</data></node></graph></graphml>",
                        3,
                        "malformed XML"),
                arguments("a.gexf", "<gexf>\n</gexf>", 0, "no element <graph>"),
                arguments(
                        "a.gexf",
                        "<gexf><graph><nodes>\n<node id='0'><attvalues><attvalue for='z' value='1'/>"
                                + "</attvalues></node></nodes></graph></gexf>",
                        2,
                        "attribute 'z', which is not declared"),
                arguments(
                        "a.gexf",
                        "<gexf><graph><nodes><node id='0'/></nodes><edges>\n<edge source='0' target='1'/></edges>"
                                + "</graph></gexf>",
                        2,
                        "an edge to vertex '1'"),
                arguments(
                        "a.gexf",
                        "<gexf><graph><nodes><node id='0'/></nodes><edges>\n<edge source='0'/></edges></graph></gexf>",
                        2,
                        "<edge> has no attribute 'target'"),
                arguments("a.gml", "graph [\n node [ id x ]\n]", 2, "expected a value for 'id', found x"),
                arguments("a.gml", "graph [\n node [ ]\n]", 2, "node without id"),
                arguments("a.gml", "graph [\n node [ id 1 ]\n edge [ source 1 ]\n]", 3, "edge without target"),
                arguments("a.gml", "graph [\n node [ id 1 ]\n edge [ source 1 target 2 ]\n]", 3, "vertex '2'"),
                arguments("a.gml", "graph [\n node [ id 1 ]\n node [ id 1 ]\n]", 3, "declared twice"),
                arguments("a.gml", "graph [\n node [ id 1 ]\n", 3, "expected a key, found the end of the file"),
                arguments("a.gml", "graph [\n node [ id 1 label \"x\n", 2, "a quote is not closed"),
                arguments("a.gml", "graph [\n 1 2\n]", 2, "expected a key, found 1"),
                arguments("a.gml", "Creator \"x\"\n", 1, "no list 'graph ['"),
                arguments(
                        "a.gml",
                        "graph [ node [ id 1 ] node [ id 2 ]\n edge [ source 1 target 2\n weight \"x\" ] ]",
                        3,
                        "expected a weight, found 'x'"),
                arguments("a.dot", "graph {\n a -- b\n x y [ ;\n}", 3, "found ';'"),
                arguments("a.dot", "graph {\n a -- b\n", 3, "found the end of the file"),
                arguments("a.dot", "grph {\n a -- b\n}", 1, "expected 'graph {'"),
                arguments("a.dot", "graph {\n a -- b [weight=x]\n}", 2, "expected a weight, found 'x'"),
                arguments("a.dot", "graph {\n" + "{".repeat(100_000), 2, "more than 500 deep"),
                arguments("a.gml", "graph [\n" + "a [ ".repeat(100_000), 2, "500 deep"),
                arguments("a.json", "{\"nodes\":\n" + "[".repeat(100_000), 2, "something that is no object"),
                arguments("a.json", "{\"x\":\n" + "[".repeat(100_000), 2, "malformed JSON"),
                arguments("a.json", "{\"nodes\": [],\n \"links\": [{\"source\": 0}]}", 2, "a link without target"),
                arguments("a.json", "{\"nodes\": [{\"id\": 1},\n", 2, "malformed JSON"),
                arguments("a.json", "{\"nodes\": [\n3]}", 2, "something that is no object"),
                arguments("a.json", "{\"nodes\":\n 3}", 2, "'nodes' is no array"),
                arguments("a.json", "{\"nodes\": []}\n", 1, "no 'links'"),
                arguments("a.json", "[]", 1, "expected an object"),
                arguments(
                        "a.json",
                        "{\"nodes\": [{\"id\": \"a\"}],\n\"links\": [\n{\"source\": \"a\", \"target\": \"b\"}]}",
                        3,
                        "which is no vertex"),
                arguments("a.json", "{\"nodes\": [{\"id\": 1}, {}],\n\"links\": []}", 2, "others have none"),
                arguments("a.col", "c x\ne 1 2\n", 2, "no problem line"),
                arguments("a.col", "p edge 3 1\ne 1 4\n", 2, "a vertex is 4, not in 1..3"),
                arguments("a.col", "p edge 3 5\ne 1 2\n", 2, "expected 5 edges as declared, found 1"),
                arguments("a.col", "p edge 3 1\ne 1\n", 2, "expected two vertices, found 'e 1'"),
                arguments("a.col", "p edge 3 1\ne 1 b\n", 2, "expected a vertex, found 'b'"),
                arguments("a.col", "p edge 3 1\np edge 3 1\n", 2, "a second problem line"),
                arguments("a.col", "p edge 3 1\na 1 2 3\n", 2, "in a problem of the other kind"),
                arguments("a.col", "p edge 3 1\nedge 1 2\n", 2, "found 'edge 1 2'"),
                arguments("a.col", "p max 3 1\n", 1, "found 'p max 3 1'"),
                arguments("a.gr", "p sp 3 1\na 1 2 x\n", 2, "expected a weight, found 'x'"),
                arguments("a.col", "p edge 9999999999 0\n", 1, "declares 9999999999 vertices"),
                arguments("a.g6", "D?\n", 1, "too short"),
                arguments("a.g6", "D????\n", 1, "too long"),
                arguments("a.g6", "DQc\nD c\n", 2, "character 2 is ' '"),
                arguments("a.g6", "DQc\n\nDQc\n", 0, "more than one graph"),
                arguments("a.g6", ">>graph6<<\n", 0, "holds no graph"),
                arguments("a.g6", "~~~~~~~~\n", 1, "declares 68719476735 vertices"),
                arguments("a.g6", "&DQc\n", 1, "a digraph6 graph"),
                arguments("a.s6", ";DQc\n", 1, "an incremental sparse6 graph"),
                arguments("a.mtx", "%%MatrixMarket matrix array real general\n2 2\n", 1, "the format is 'array'"),
                arguments(
                        "a.mtx",
                        "%%MatrixMarket matrix coordinate complex general\n2 2 0\n",
                        1,
                        "the field is 'complex'"),
                arguments(
                        "a.mtx",
                        "%%MatrixMarket matrix coordinate real hermitian\n2 2 0\n",
                        1,
                        "the symmetry is 'hermitian'"),
                arguments("a.mtx", "%%MatrixMarket matrix\n", 1, "expected '%%MatrixMarket matrix coordinate"),
                arguments(
                        "a.mtx",
                        "%%MatrixMarket matrix coordinate pattern general\n%\n2 3 0\n",
                        3,
                        "2 rows and 3 columns"),
                arguments(
                        "a.mtx",
                        "%%MatrixMarket matrix coordinate pattern general\n3 3 2\n1 2\n",
                        3,
                        "expected 2 entries, of which 1 came"),
                arguments(
                        "a.mtx",
                        "%%MatrixMarket matrix coordinate pattern general\n3 3 1\n1 2\n2 3\n",
                        4,
                        "more than the 1 entries"),
                arguments(
                        "a.mtx",
                        "%%MatrixMarket matrix coordinate pattern general\n3 3 1\n1 0\n",
                        3,
                        "a column is 0, not in 1..3"),
                arguments(
                        "a.mtx",
                        "%%MatrixMarket matrix coordinate real general\n3 3 1\n1 2\n",
                        3,
                        "expected 3 numbers, found '1 2'"),
                arguments("a.metis", "3 1\n2\n1\n", 3, "expected the neighbours of vertex 3 of 3"),
                arguments("a.metis", "3 1\n2\n1\n\n4\n", 5, "a line after those of the 3 vertices"),
                arguments("a.metis", "% c\n3 1\n2\n\n\n", 3, "vertex 1 lists 2, but vertex 2 does not list 1"),
                arguments("a.metis", "3 2\n2\n1\n\n", 1, "declares 2 edges, but the lists have 1"),
                arguments("a.metis", "2 1 1\n2 5\n1\n", 3, "vertex 2 has 1 numbers, which does not fit fmt"),
                arguments("a.metis", "2 1 7\n2\n1\n", 1, "fmt is '7'"),
                arguments("a.metis", "2\n", 1, "expected 'n m [fmt [ncon]]', found '2'"),
                arguments("a.metis", "2 1\n3\n1\n", 2, "a neighbour is 3, not in 1..2"),
                arguments("a.net", "*Vertices 2\n1 \"a\n", 2, "a quote is not closed"),
                arguments("a.net", "*Vertices 2\n1 \"a\"\n1 \"b\"\n", 3, "declared twice"),
                arguments("a.net", "*Vertices 2\n*Edges\n1 3\n", 3, "a vertex is 3, not in 1..2"),
                arguments("a.net", "*Vertices 2\n*Edges\n1\n", 3, "expected two vertices, found '1'"),
                arguments("a.net", "*Vertices 2\n*Edges\n1 2 -\n", 3, "expected a weight, found '-'"),
                arguments("a.net", "*Vertices 2\n*Matrix\n0 1 1\n", 3, "expected 2 entries, found 3"),
                arguments("a.net", "*Vertices 2\n*Matrix\n0 1\n", 3, "expected 2 rows of the matrix, found 1"),
                arguments("a.net", "*Vertices 2\n*Partition\n", 2, "expected '*Vertices n' after 'partition'"),
                arguments("a.net", "*Vertices 2\n*Other\n", 2, "a section '*other'"),
                arguments("a.net", "*Vertices 2\n*Vertices 2\n", 2, "a second network"),
                arguments("a.net", "*Vertices\n", 1, "the number of vertices is missing"),
                arguments("a.net", "*Edges\n", 1, "comes before *Vertices"),
                arguments("a.lgf", "@nodes\nname\na\n", 2, "no column 'label' among name"),
                arguments("a.lgf", "@nodes\nlabel x\na\n", 3, "expected 2 fields, found 1"),
                arguments("a.lgf", "@nodes\nlabel\na\n@edges\n-\na b\n", 6, "an edge to vertex 'b'"),
                arguments("a.lgf", "@nodes\nlabel\na\n@edges\nweight\na a z\n", 6, "expected a weight, found 'z'"),
                arguments("a.lgf", "@edges\n-\n", 2, "no section @nodes"));
    }

    @ParameterizedTest
    @MethodSource("text")
    void theFaultIsNamedWithItsLine(String name, String content, int line, String what) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        FormatException fault = fault(file);
        assertThat(fault).as(content).hasMessageContaining(what).hasMessageStartingWith("cannot read " + file + ": ");
        assertThat(fault.line().orElse(0)).isEqualTo(line);
        assertThat(fault.hint()).isNotBlank();
        assertThat(fault.what()).contains(what);
    }

    private static FormatException fault(Path file) {
        return catchThrowableOfType(FormatException.class, () -> GraphReader.read(file));
    }

    static Stream<GraphFormat> formats() {
        return Arrays.stream(GraphFormat.values());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void emptyFilesAndGarbageAreRefusedWhateverTheFormat(GraphFormat format) throws IOException {
        ReadOptions forced = ReadOptions.defaults().withFormat(format);
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "");
        assertThat(catchThrowableOfType(FormatException.class, () -> GraphReader.read(file, forced)))
                .hasMessageContaining("the file is empty");
        Files.write(file, new byte[] {(byte) 0xca, (byte) 0xfe, 0, 1, 2, 3, (byte) 0xff});
        assertThat(catchThrowableOfType(FormatException.class, () -> GraphReader.read(file, forced)))
                .isNotNull();
        Files.write(file, new byte[] {'0', ' ', (byte) 0xe9, '\n'});
        assertThat(catchThrowableOfType(FormatException.class, () -> GraphReader.read(file, forced)))
                .isNotNull();
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        Path file =
                Files.write(folder.resolve("a.net"), "*Vertices 1\n1 \"é\"\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fault(file)).hasMessageContaining("line 2: bytes that are not UTF-8 text");
    }

    @Test
    void wrongAndTruncatedGzipIsRefused() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.txt.gz"), "0 1\n");
        assertThat(fault(plain)).hasMessageContaining("is not gzip data");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 100_000; i++) {
                out.write((i + " " + 7 * i % 1001 + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        for (int length : new int[] {2, 9, 20, 1000, bytes.size() - 1}) {
            Path cut = Files.write(folder.resolve("cut.txt.gz"), Arrays.copyOf(bytes.toByteArray(), length));
            assertThat(fault(cut))
                    .as(length + " bytes")
                    .hasMessageContaining("the packed data ends early or is damaged");
        }
    }

    @Test
    void vertexCountsThatDoNotFitAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "0 1\n2 3\n");
        ReadOptions options = ReadOptions.defaults().withVertexCount(3);
        assertThat(catchThrowableOfType(FormatException.class, () -> GraphReader.read(file, options)))
                .hasMessageContaining("line 2: a vertex is 3, not in 0..2");
    }

    @Test
    void missingFilesAreNoMatterOfFormat() {
        assertThat(catchThrowableOfType(NoSuchFileException.class, () -> GraphReader.read(folder.resolve("none.txt"))))
                .isNotNull();
    }

    @Test
    void aFaultAfterSomeGraphsIsFoundWhenItsTurnComes() throws IOException {
        Path file = Files.writeString(folder.resolve("a.g6"), "DQc\nDQc\nD\n");
        int[] seen = {0};
        FormatException fault = catchThrowableOfType(
                FormatException.class, () -> GraphReader.forEach(file, ReadOptions.defaults(), graph -> seen[0]++));
        assertThat(fault.line()).hasValue(3);
        assertThat(seen[0]).isEqualTo(2);
    }
}
