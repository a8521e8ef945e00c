package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Direction;

class FormatDetectionTest {
    @TempDir
    Path folder;

    private GraphFormat format(String name, String content) throws IOException {
        return GraphReader.format(Files.writeString(folder.resolve(name), content));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.txt     | c comment~p edge 3 1~e 1 2                  | DIMACS
            a.txt     | % c~*vertices 2                             | PAJEK
            a.txt     | # c~~@nodes~label                           | LEMON
            a.txt     | # c~Creator "x"~Version 1~graph~[~]         | GML
            a.txt     | /* c */ strict // c~ digraph "a b" {}       | DOT
            a.dat     | GRAPH x{}                                   | DOT
            a.graphml | graph { a -- b }                            | DOT
            a.graph   | 3 1~2~1~                                    | METIS
            a         | 3 1~2 1                                     | EDGE_LIST
            a.csv     | 0,1~1,2                                     | EDGE_LIST
            a.txt     | source,target~a,b                           | CSV
            a.csv     | x;y~1;2                                     | CSV
            a.txt     | :Fa@x^                                      | SPARSE6
            a.txt     | DQc                                         | GRAPH6
            a.txt     | graph of friends~a b                        | EDGE_LIST
            a.json    | {"links": []}                               | JSON
            a.txt     | %%matrixmarket MATRIX coordinate pattern    | MATRIX_MARKET
            """)
    void contentGoesBeforeNameAndNameBeforeEdgeList(String name, String content, GraphFormat expected)
            throws IOException {
        assertThat(format(name, content.replace('~', '\n'))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "# # # # # # # # # # # # # # # # # # #", "%", "c", "//", "#\t\"", "/* *"})
    void bannersOfCommentsTakeNeitherTimeNorStack(String comment) throws IOException {
        String banner = (comment + "\n").repeat(70_000 / comment.length());
        assertThat(format("a.txt", banner + "0 1\n")).isEqualTo(GraphFormat.EDGE_LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "windows-1252"})
    void xmlIsReadInTheEncodingThatItDeclares(String encoding) throws IOException {
        String text = "<?xml version='1.0' encoding='" + encoding + "'?>\n<graphml><graph edgedefault='undirected'>"
                + "<node id='Zürich'/><node id='Genève'/><edge source='Zürich' target='Genève'/></graph></graphml>";
        Path file = Files.write(folder.resolve("a.graphml"), text.getBytes(Charset.forName(encoding)));
        Graph graph = GraphReader.read(file).graph();
        assertThat(graph.ids().id(0)).isEqualTo("Zürich");
        assertThat(graph.edgeCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aForcedFormatIsTaken(GraphFormat format) throws IOException {
        Path file = Files.write(folder.resolve("a.bin"), SmallFiles.of(format, folder, 1));
        GraphFile read = GraphReader.read(file, ReadOptions.defaults().withFormat(format));
        assertThat(read.format()).isEqualTo(format);
        assertThat(read.graph().vertexCount()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void readAsUndirectedAFileIsUndirected(GraphFormat format) throws IOException {
        for (long seed = 0; seed < 10; seed++) {
            Path file = Files.write(folder.resolve("a.bin"), SmallFiles.of(format, folder, seed));
            ReadOptions options = ReadOptions.defaults().withFormat(format);
            Graph expected = GraphReader.read(file, options).graph().asUndirected();
            Graph read = GraphReader.read(file, options.withDirection(Direction.UNDIRECTED))
                    .graph();
            assertThat(read.directed()).isFalse();
            assertThat(read.edgeCount()).isEqualTo(expected.edgeCount());
        }
    }

    @Test
    void attributesSayWhatTheyAre() throws IOException {
        Path file = Files.write(
                folder.resolve("a.dot"),
                "graph { a [x=1, y=2.5, z=true, t=u]; b [x=3] }".getBytes(StandardCharsets.UTF_8));
        var columns = GraphReader.read(file).graph().vertexAttributes();
        assertThat(columns.type("x")).hasToString("INTEGER");
        assertThat(columns.type("y")).hasToString("REAL");
        assertThat(columns.type("z")).hasToString("BOOLEAN");
        assertThat(columns.type("t")).hasToString("TEXT");
    }
}
