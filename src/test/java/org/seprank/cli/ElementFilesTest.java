package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.file.Npz;
import org.seprank.file.ReadLimits;

/** Files with a row for every edge or vertex, and of measured grids. */
class ElementFilesTest {
    private static final String KARATE = "graphs/karate.graphml";

    @TempDir
    private Path folder;

    private CommandLineRun run(String words) {
        return CommandLineRun.of(words.replace("FOLDER", folder.toString()).split(" ", -1));
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    @Test
    void measureWritesARowForEveryEdgeAndVertex() throws IOException {
        CommandLineRun run = run("measure " + KARATE + " --labels faction --partition attribute:faction --depths 2"
                + " --target 33 --edges FOLDER/e.csv --vertices-out FOLDER/v.csv");
        assertThat(run.code()).as(run.err()).isZero();
        List<String> edges = lines("e.csv");
        assertThat(edges).hasSize(2 + 78);
        assertThat(edges.get(0))
                .startsWith("# question: seprank measure " + KARATE)
                .contains("graph sha256");
        assertThat(edges.get(1))
                .startsWith("edge,source,target,degree_of_source,degree_of_target,same_label,triangles,")
                .contains(",walk_index_loss faction=Mr. Hi depth 2,", ",effective_resistance,")
                .endsWith(",ollivier_ricci_curvature,jost_liu_curvature");
        assertThat(edges.get(2)).startsWith("0,0,1,16,9,1,7,");
        List<String> vertices = lines("v.csv");
        assertThat(vertices).hasSize(2 + 34);
        assertThat(vertices.get(1))
                .startsWith("vertex,id,degree,component,label,")
                .endsWith(",influence_on_33 depth 2");
    }

    @Test
    void whatAGraphDoesNotHaveIsSaid() throws IOException {
        Files.writeString(folder.resolve("arcs.csv"), "source,target,weight\na,b,2\nb,c,0.5\n");
        CommandLineRun run = run("measure FOLDER/arcs.csv --directed --edges FOLDER/e.csv");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(lines("e.csv"))
                .contains(
                        "# effective_resistance: not defined for directed graphs", "# same_label: no labels are known");
        assertThat(lines("e.csv").get(lines("e.csv").size() - 1)).startsWith("1,b,c,0.5,1,1,,,,");
    }

    @Test
    void analyzeSaysLossesAndWalkIndices() throws IOException {
        CommandLineRun run = run("analyze family:cycle,n=6 --partition 0-2 --depth 3 --max-depth 4 --edges FOLDER/e.csv"
                + " --vertices-out FOLDER/v.csv");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(lines("e.csv").get(1))
                .isEqualTo("edge,source,target,degree_of_source,degree_of_target,walk_index_loss 0-2 depth 3");
        assertThat(lines("v.csv").get(2)).startsWith("0,0,2,0,1,1,3,3,9,7,27,19,81");
    }

    @Test
    void ofASetThereIsAColumnOfGraphs() throws IOException {
        Files.writeString(folder.resolve("many.g6"), "A_\nBw\nC~\n");
        for (String threads : List.of("1", "4")) {
            CommandLineRun run = run("measure FOLDER/many.g6 --groups degrees,clustering --edges FOLDER/e" + threads
                    + ".csv --vertices-out FOLDER/v" + threads + ".csv --threads " + threads);
            assertThat(run.code()).as(run.err()).isZero();
        }
        List<String> edges = lines("e1.csv");
        assertThat(edges).hasSize(2 + 1 + 3 + 6);
        assertThat(edges.get(1)).startsWith("graph,edge,source,target,");
        assertThat(edges.get(edges.size() - 1)).startsWith("3,5,2,3,3,3,2,");
        assertThat(edges.subList(1, edges.size())).isEqualTo(lines("e4.csv").subList(1, edges.size()));
        assertThat(lines("v1.csv").subList(1, 11)).isEqualTo(lines("v4.csv").subList(1, 11));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measure " + KARATE + " --edges FOLDER/x.csv --vertices-out FOLDER/x.csv|name two files",
                "measure " + KARATE + " --edges FOLDER/none/x.csv|no such folder",
                "measure " + KARATE + " --edits FOLDER/e.csv --edges FOLDER/x.csv|measure that",
                "interactions graphs/csbm --grid FOLDER/g.txt|name it like grids.npz"
            })
    void nothingIsWrittenWhereSomethingIsWrong(String words, String said) {
        CommandLineRun run = run(words);
        assertThat(run.code()).isIn(2, 3);
        assertThat(run.err()).contains(said);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void gridsAreArrays() throws IOException {
        CommandLineRun run = run(
                "interactions graphs/csbm --epochs 1 --samples 6 --bootstrap 0 --partition 0-9 --partition bisection"
                        + " --grid FOLDER/g.npz");
        assertThat(run.code()).as(run.err()).isZero();
        try (Npz grids = Npz.open(folder.resolve("g.npz"), ReadLimits.defaults())) {
            assertThat(grids.names())
                    .containsExactlyInAnyOrder("grid_0", "side_0", "partition_0", "grid_1", "side_1", "partition_1");
            assertThat(grids.shape("grid_0")).containsExactly(6L, 6L);
            assertThat(grids.integers("side_0")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(grids.text("partition_1", 100)).isEqualTo("bisection");
        }
    }

    /** Every answer about a graph with weights says what uses them. */
    @Test
    void weightsAreUsedOrSaidToBeIgnored() throws IOException {
        Files.writeString(folder.resolve("w.txt"), "a b 10\nb c 1\na c 1\nc d 2\n");
        Files.writeString(folder.resolve("u.txt"), "a b\nb c\na c\nc d\n");
        for (String graph : new String[] {"w", "u"}) {
            boolean weighted = graph.equals("w");
            String file = folder.resolve(graph + ".txt").toString();
            String edges = folder.resolve(graph + ".csv").toString();
            CommandLineRun measured = CommandLineRun.of("measure", file, "--edges", edges);
            assertThat(measured.code()).as(measured.err()).isZero();
            assertThat(measured.out().contains("every edge counts as 1")).isEqualTo(weighted);
            assertThat(Files.readString(Path.of(edges)).contains("# weights of edges: used by the spectral gap"))
                    .isEqualTo(weighted);
            CommandLineRun analyzed = CommandLineRun.of("analyze", file, "--partition", "a,b");
            assertThat(analyzed.out().contains("bounds count every edge as 1, whatever its weight."))
                    .isEqualTo(weighted);
            CommandLineRun compared =
                    CommandLineRun.of("compare", file, "--methods", "random", "--budgets", "1", "--format", "json");
            assertThat(compared.out().contains("whatever its weight; the spectral gap uses it."))
                    .isEqualTo(weighted);
        }
    }
}
