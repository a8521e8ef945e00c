package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.file.NpzOutput;

class AnalyzePairsTest {
    private static final String KARATE = "graphs/karate.graphml";

    @TempDir
    private Path folder;

    private static JsonNode json(String... words) throws Exception {
        CommandLineRun run = CommandLineRun.of(
                Stream.concat(Stream.of("analyze"), Stream.concat(Stream.of(words), Stream.of("--format", "json")))
                        .toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** Path 0-1-2-3-4, depth 2, widths 2: neighbours have two common ones with 2 and 2 walks to an end, and so on. */
    @Test
    void pairsOfAPathHaveTheirNumbers() throws Exception {
        Path pairs = Files.writeString(folder.resolve("pairs.csv"), "v,weight,u\n1,0.5,0\n2,1,0\n4,1,0\n");
        JsonNode rows = json(
                        "family:path,n=5",
                        "--pairs",
                        pairs.toString(),
                        "--depth",
                        "2",
                        "--input-width",
                        "2",
                        "--hidden-width",
                        "2")
                .get("pairs");
        assertThat(rows.findValuesAsText("u")).containsExactly("0", "0", "0");
        assertThat(rows.findValuesAsText("v")).containsExactly("1", "2", "4");
        assertThat(rows.findValuesAsText("label")).containsExactly("edge", "non-edge", "non-edge");
        assertThat(rows.findValuesAsText("distance")).containsExactly("1", "2", "4");
        assertThat(rows.findValuesAsText("walk_index")).containsExactly("4", "2", "0");
        assertThat(rows.findValuesAsText("interaction_dimension")).containsExactly("1", "1", "0");
        assertThat(rows.at("/0/rank").asInt()).isEqualTo(5); // C(5, 4): x_0 has degree 4
        assertThat(rows.at("/2/rank").asInt()).isEqualTo(2); // only the output's two terms
    }

    @ParameterizedTest
    @CsvSource({"0 33, edges", "0\t33, edges", "'# ids\nsource,target\n0,33', edges"})
    void idsMayBeApartInManyWays(String text, String name) throws Exception {
        Path pairs = Files.writeString(folder.resolve(name), text + "\n");
        JsonNode row = json(KARATE, "--pairs", pairs.toString()).at("/pairs/0");
        assertThat(row.get("u").asText() + " " + row.get("v").asText()).isEqualTo("0 33");
        assertThat(row.get("distance").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "2, 3"})
    void arraysAreRead(int rows, int columns) throws Exception {
        Path file = folder.resolve("pairs.npz");
        try (OutputStream out = Files.newOutputStream(file);
                NpzOutput npz = NpzOutput.to(out)) {
            npz.begin("anything", NpzOutput.Item.LONG, rows, columns);
            for (long id : columns == 2 ? new long[] {0, 1, 0, 2, 0, 3} : new long[] {0, 0, 0, 1, 2, 3}) {
                npz.put(id);
            }
            npz.end();
        }
        assertThat(json(KARATE, "--pairs", file.toString()).get("pairs").findValuesAsText("v"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void drawnPairsAreHalfEdges() throws Exception {
        JsonNode answer = json(KARATE, "--pairs", "sampled:41", "--seed", "3");
        assertThat(answer.at("/pairs_asked/edges").asInt()).isEqualTo(21);
        assertThat(answer.at("/pairs_asked/non_edges").asInt()).isEqualTo(20);
        assertThat(answer.at("/pairs_asked/from").asText())
                .contains("21 edges and 20 pairs without one, drawn with seed 3");
        assertThat(answer.get("pairs")).hasSize(41);
        assertThat(answer.get("pairs").findValuesAsText("distance").stream()
                        .filter("1"::equals)
                        .count())
                .isEqualTo(21);
        List<String> others = json(KARATE, "--pairs", "sampled:41", "--seed", "4")
                .get("pairs")
                .findValuesAsText("u");
        assertThat(answer.get("pairs").findValuesAsText("u")).isNotEqualTo(others);
        JsonNode complete = json("family:complete,n=4", "--pairs", "sampled:100");
        assertThat(complete.at("/pairs_asked/edges").asInt()).isEqualTo(6);
        assertThat(complete.at("/pairs_asked/non_edges").asInt()).isZero();
    }

    @Test
    void ownEdgesCanBeTakenOut() throws Exception {
        JsonNode cycle = json("family:cycle,n=7", "--pairs", "sampled:14", "--without-own-edges");
        assertThat(cycle.at("/pairs_asked/own_edges").asBoolean(true)).isFalse();
        assertThat(cycle.at("/pairs/0/label").asText()).isEqualTo("edge");
        assertThat(cycle.at("/pairs/0/distance").asInt()).isEqualTo(6);
    }

    /** One text for people: a few rows and the quantiles. */
    @Test
    void peopleSeeTheFirstRowsAndQuantiles() {
        CommandLineRun run = CommandLineRun.of("analyze", KARATE, "--pairs", "sampled:60");
        assertThat(run.out()).contains("lower quartile", "non-edge", "drawn with seed 0");
        assertThat(run.out().lines().count()).isLessThan(60);
        CommandLineRun csv = CommandLineRun.of("analyze", KARATE, "--pairs", "sampled:60", "--format", "csv");
        assertThat(csv.out().lines().filter(line -> line.contains("edge,"))).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource({
        "'0,1\n0,99', 3, line 2: the graph has no vertex '99'",
        "'0,1\n5,5', 3, line 2: vertex '5' is no pair with itself",
        "'0,1\n5', 3, 'line 2: expected two vertices, found ''5'''",
        "'u,v', 3, it names no pair"
    })
    void faultsOfFilesAreNamed(String text, int code, String message) throws Exception {
        Path pairs = Files.writeString(folder.resolve("bad.csv"), text + "\n");
        CommandLineRun run = CommandLineRun.of("analyze", KARATE, "--pairs", pairs.toString());
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "--pairs sampled:0, sampled:N with N in 1..",
        "--pairs sampled:x, sampled:N with N in 1..",
        "--pairs sampled:9 --certify, takes the place of",
        "--pairs sampled:9 --partition 0-3, takes the place of",
        "--pairs sampled:9 --target 3, leave out --target 3",
        "--without-own-edges, is about --pairs",
        "'--target 0,99', nor those of two"
    })
    void optionsThatDoNotFitAreRefused(String options, String message) {
        CommandLineRun run = CommandLineRun.of(("analyze " + KARATE + " " + options).split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void setsOfGraphsAreRefused() throws Exception {
        Path many = Files.writeString(folder.resolve("many.g6"), "Bw\nBw\n");
        CommandLineRun run = CommandLineRun.of("analyze", many.toString(), "--pairs", "sampled:2");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--pairs are of one graph");
    }
}
