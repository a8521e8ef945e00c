package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.file.NpzFixture;

/** Options that say how a graph is read hold for datasets too. */
class DatasetReadingTest {
    @TempDir
    private Path folder;

    private CommandLineRun run(String words) {
        return CommandLineRun.of(words.replace("FOLDER", folder.toString()).split(" ", -1));
    }

    private JsonNode answer(String words) throws IOException {
        CommandLineRun run = run(words + " --format json");
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** Vertex a alone, the path d-b-c; c-b is listed twice. */
    private void writeVertices() throws IOException {
        Files.createDirectory(folder.resolve("set"));
        Files.writeString(folder.resolve("set/vertices.csv"), """
                id,label,split:one,f0,f1
                a,0,train,1,0
                b,1,test,0,2
                c,0,validation,3,0
                d,1,train,0,4
                """);
        Files.writeString(folder.resolve("set/edges.csv"), """
                source,target,weight
                b,c,2
                b,d,1
                c,b,3
                """);
    }

    @Test
    void theLargestComponentKeepsLabelsFeaturesAndSplits() throws IOException {
        writeVertices();
        CommandLineRun run = run("rewire FOLDER/set --largest-component --remove 0 --graph-out FOLDER/out");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("of 2 components the largest is kept, 3 of 4 vertices");
        assertThat(folder.resolve("out/vertices.csv")).hasContent("""
                id,label,split:one,f0,f1
                b,1,test,0,2
                c,0,validation,3,0
                d,1,train,0,4
                """);
        assertThat(folder.resolve("out/edges.csv")).hasContent("source,target,weight\nb,c,2.0\nb,d,1.0\n");
    }

    /** The edits of a rewired component are those of the component that is trained on. */
    @Test
    void trainingTakesTheLargestComponentToo() throws IOException {
        writeVertices();
        answer("rewire FOLDER/set --largest-component --remove 1 --edits FOLDER/e.csv");
        CommandLineRun run = run("train FOLDER/set --largest-component --edits FOLDER/e.csv --epochs 1 --format json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("of 2 components the largest is kept, 3 of 4 vertices");
        JsonNode answer = new ObjectMapper().readTree(run.out());
        assertThat(answer.at("/question/settings/largest_component").asBoolean())
                .isTrue();
        assertThat(run("train FOLDER/set --edits FOLDER/e.csv --epochs 1").code())
                .isNotZero();
    }

    /** As for plain graphs. */
    @Test
    void whatAGraphWithLabelsCannotKeepIsNamed() throws IOException {
        Files.writeString(folder.resolve("g.dimacs"), "p edge 2 1\nn 1 0\nn 2 1\ne 1 2\n");
        Files.writeString(
                folder.resolve("g.gml"),
                "graph [ node [ id 1 kind \"a\" ] node [ id 2 kind \"b\" ]"
                        + " node [ id 3 kind \"b\" ] edge [ source 1 target 2 ] edge [ source 2 target 3 weight \"w\" ] ]");
        Files.writeString(folder.resolve("g.graphml"), """
                <graphml><key id="k" for="node" attr.name="kind" attr.type="string"/><graph edgedefault="undirected">
                <node id="a"><data key="k">x</data><port name="p"/></node><node id="b"><data key="k">y</data></node>
                <node id="c"><data key="k">y</data></node>
                <hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>
                <edge source="a" target="b"/><edge source="b" target="c"/></graph></graphml>
                """);
        for (String file : new String[] {"g.graphml", "g.gml"}) {
            CommandLineRun plain = run("convert FOLDER/" + file + " FOLDER/o.json");
            for (String command : new String[] {"dataset info", "train --epochs 1 --split random:0.4/0.3/0.3"}) {
                CommandLineRun labelled = run(command + " FOLDER/" + file + "#kind");
                assertThat(labelled.code()).as(labelled.err()).isEqualTo(plain.code());
                assertThat(labelled.err().lines().filter(line -> line.startsWith("warning")))
                        .as(command + " " + file)
                        .containsAll(plain.err()
                                .lines()
                                .filter(line -> line.startsWith("warning"))
                                .toList());
            }
        }
    }

    /** A step of reading that leaves something out is a warning too. */
    @Test
    void whatADatasetOfOneGraphCannotKeepIsNamed() throws IOException {
        new NpzFixture()
                .reals("adj_data", "4,", 0.5f, 0.5f, 2, 2)
                .integers("adj_indices", "4,", 1, 0, 2, 1)
                .integers("adj_indptr", "4,", 0, 1, 3, 4)
                .integers("adj_shape", "2,", 3, 3)
                .integers("labels", "3,", 0, 1, 1)
                .write(folder.resolve("w"));
        for (String words : new String[] {
            "dataset info FOLDER/w",
            "measure FOLDER/w",
            "analyze FOLDER/w",
            "convert FOLDER/w FOLDER/o.json",
            "train FOLDER/w --epochs 1"
        }) {
            CommandLineRun run = run(words);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).as(words).contains("warning: weights left out");
        }
    }

    /** An archive of the gnn-benchmark is no graph file, whatever its name: 0->1 weighs 2, 1->2 weighs 3. */
    @Test
    void archivesOfSparseMatricesAreReadByEveryCommand() throws IOException {
        new NpzFixture()
                .reals("adj_data", "2,", 2, 3)
                .integers("adj_indices", "2,", 1, 2)
                .integers("adj_indptr", "4,", 0, 1, 2, 2)
                .integers("adj_shape", "2,", 3, 3)
                .integers("labels", "3,", 0, 1, 1)
                .write(folder.resolve("gb.npz"));
        for (String words : new String[] {
            "convert FOLDER/gb.npz FOLDER/o.txt",
            "measure FOLDER/gb.npz",
            "analyze FOLDER/gb.npz --partition 0",
            "rewire FOLDER/gb.npz --method random --remove 1",
            "dataset info FOLDER/gb.npz"
        }) {
            CommandLineRun run = run(words);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).as(words).contains("warning: made undirected").contains("warning: weights left out");
        }
        assertThat(Files.readAllLines(folder.resolve("o.txt"))).contains("0\t1", "1\t2");
    }

    @Test
    void parallelEdgesAreMerged() throws IOException {
        writeVertices();
        for (String merge : new String[] {"first 2.0", "sum 5.0", "max 3.0"}) {
            String[] words = merge.split(" ", -1);
            answer("rewire FOLDER/set --merge " + words[0] + " --remove 0 --graph-out FOLDER/" + words[0]);
            assertThat(folder.resolve(words[0] + "/edges.csv")).content().contains("b,c," + words[1]);
        }
    }

    @Test
    void everyGraphOfASetIsItsLargestComponent() throws IOException {
        Files.writeString(folder.resolve("set.txt"), """
                2
                4 7
                0 0
                1 1 3
                2 1 3
                3 2 1 2
                2 9
                0 1 1
                2 1 0
                """);
        CommandLineRun run = run("convert FOLDER/set.txt FOLDER/out.txt --largest-component");
        assertThat(run.err()).contains("of 1 graphs with several components the largest is kept");
        assertThat(folder.resolve("out.txt")).hasContent("""
                2
                3 7
                1 1 2
                2 1 2
                3 2 0 1
                2 9
                0 1 1
                2 1 0
                """);
    }

    @Test
    void entriesThatAreListedTwiceAreCounted() throws IOException {
        Files.writeString(folder.resolve("set.txt"), """
                1
                2 7
                0 2 1 1
                0 2 0 0
                """);
        JsonNode first = answer("measure FOLDER/set.txt --groups resistance --graph 1");
        JsonNode sum = answer("measure FOLDER/set.txt --groups resistance --graph 1 --merge sum");
        assertThat(total(first)).isEqualTo(1);
        assertThat(total(sum)).isEqualTo(0.5);
    }

    private static double total(JsonNode answer) {
        return answer.get("measures")
                .valueStream()
                .filter(row -> row.get("id").asText().equals("total_effective_resistance"))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asDouble();
    }
}
