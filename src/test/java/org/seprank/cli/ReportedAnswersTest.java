package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that were once wrong or misleading, as people read them. */
class ReportedAnswersTest {
    private static final String KARATE = "graphs/karate.graphml";

    @TempDir
    private Path folder;

    private static CommandLineRun run(String... words) {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** What a line of a table says, its words one blank apart. */
    private static String line(CommandLineRun run, String start) {
        return run.out()
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElse("");
    }

    /** Two triangles and the bridge between them, which goes: a cut is no improvement. */
    @Test
    void aGraphThatFallsApartHasInfiniteDistancesAndResistances() throws IOException {
        String triangles = file("bt.txt", "a b\nb c\na c\nc d\nd e\ne f\nd f\n");
        String edits = file("br.csv", "step,action,source,target\n1,remove,c,d\n");
        CommandLineRun measured = run("measure", triangles, "--edits", edits, "--force");
        assertThat(line(measured, "total effective resistance "))
                .isEqualTo("total effective resistance 21.000 inf exact");
        assertThat(line(measured, "diameter ")).isEqualTo("diameter 3 inf exact");
        assertThat(line(measured, "mean distance ")).isEqualTo("mean distance 1.800 inf exact");
        assertThat(line(measured, "total effective resistance, joined pairs only"))
                .isEqualTo("total effective resistance, joined pairs only 21.000 4.000 exact");
    }

    /** 470.27 over all 561 pairs. */
    @Test
    void theMeanResistanceIsTheTotalOverThePairs() throws IOException {
        JsonNode measures = new ObjectMapper()
                .readTree(run("measure", KARATE, "--groups", "resistance", "--format", "json")
                        .out());
        String text = measures.toString();
        assertThat(line(run("measure", KARATE, "--groups", "resistance"), "effective resistance of pairs, mean"))
                .isEqualTo("effective resistance of pairs, mean 0.838 exact");
        assertThat(text).doesNotContain("estimated");
    }

    /** Chance reaches 0.1955 on average. */
    @Test
    void fosrWithAConvergedStartRaisesTheGap() {
        String gaps = line(
                run("rewire", KARATE, "--method", "fosr", "--edit", "8", "--measures", "spectrum"), "spectral gap ");
        String[] words = gaps.split(" ", -1);
        assertThat(Double.parseDouble(words[words.length - 2])).isCloseTo(0.314, within(5e-4));
    }

    /** 1/√degree of a degree that is not positive is no number. */
    @Test
    void weightsThatSumToNothingAreRefusedByNetworksThatDivideByThem() throws IOException {
        Path set = Files.createDirectory(folder.resolve("neg"));
        Files.writeString(set.resolve("vertices.csv"), "id,label,f0\na,0,1\nb,1,0\nc,0,1\nd,1,0\n");
        Files.writeString(set.resolve("edges.csv"), "source,target,weight\na,b,-3\nb,c,1\nc,d,1\n");
        CommandLineRun gcn = CommandLineRun.of(
                "train", set.toString(), "--epochs", "1", "--split", "random:0.5/0.25/0.25", "--model", "gcn");
        assertThat(gcn.code()).isEqualTo(2);
        assertThat(gcn.err()).contains("must be positive; take weights that are not negative, or a network that adds");
    }

    /** Diffusion weighs edges anew, and those that were there keep their ids and other attributes. */
    @Test
    void diffusedEdgesKeepWhatIsSaidOfThem() throws IOException {
        String graph = file("g.graphml", """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                <key id="r" for="edge" attr.name="rel" attr.type="string"/><graph edgedefault="undirected">
                <node id="a"/><node id="b"/><node id="c"/><node id="d"/>
                <edge id="E1" source="a" target="b"><data key="r">kin</data></edge>
                <edge id="E2" source="b" target="c"/><edge id="E3" source="c" target="d"/></graph></graphml>
                """);
        Path out = folder.resolve("o.json");
        run("rewire", graph, "--method", "gdc-ppr", "--all", "--graph-out", out.toString());
        JsonNode first = new ObjectMapper().readTree(Files.readString(out)).at("/edges/0");
        assertThat(first.get("id").asText()).isEqualTo("E1");
        assertThat(first.get("rel").asText()).isEqualTo("kin");
        assertThat(first.get("weight").asDouble()).isBetween(0.01, 0.99);
    }

    /** As many samples as the rank that they show: only "at least" is known. */
    @Test
    void aRankOfAsManyAsTheSamplesIsMarked() throws IOException {
        String[] words = {
            "interactions", "graphs/csbm", "--epochs", "50", "--samples", "6", "--bootstrap", "40", "--format", "json"
        };
        JsonNode answer = new ObjectMapper().readTree(run(words).out());
        assertThat(answer.at("/interactions/0/rank").asInt()).isEqualTo(6);
        assertThat(answer.at("/interactions/0/saturated").asBoolean()).isTrue();
        for (JsonNode interval : answer.at("/intervals")) {
            assertThat(interval.get("estimate").asDouble())
                    .isBetween(
                            interval.get("from").asDouble(), interval.get("to").asDouble());
        }
        assertThat(run("interactions", "graphs/csbm", "--epochs", "50", "--samples", "6", "--bootstrap", "0")
                        .out())
                .contains(">= 6")
                .contains("offer more with --samples 12");
    }

    /** Ten per cent of 78 edges are eight further ones, not four that go and come again. */
    @Test
    void aPrefixOfDiffusionIsASmallerBudget() throws IOException {
        JsonNode compared = new ObjectMapper()
                .readTree(run("compare", KARATE, "--methods", "gdc-ppr", "--budgets", "4,8", "--format", "json")
                        .out())
                .get("compared");
        assertThat(compared.findValuesAsText("edges")).startsWith("78", "82", "86");
        assertThat(compared.get(1).get("mean").asDouble())
                .isBetween(
                        compared.get(0).get("mean").asDouble(),
                        compared.get(2).get("mean").asDouble());
        assertThat(compared.get(2).get("spectral_gap").asDouble())
                .isNotEqualTo(compared.get(0).get("spectral_gap").asDouble());
    }

    /** The help writes options as keys of base, and a plan that does is what the program takes. */
    @Test
    void thePlanOfTheHelpIsThePlanOfTheProgram() throws IOException {
        assertThat(run("batch", "--help").out()).contains("OPTION: value").doesNotContain("options}");
        String base = "base:\n  command: analyze\n  input: " + KARATE + "\n";
        run("batch", file("flat.yaml", base + "  depth: 2\n"), "--out", folder + "/flat", "--dry-run");
        CommandLineRun nested = CommandLineRun.of(
                "batch", file("nested.yaml", base + "  options: {depth: 2}\n"), "--out", folder + "/nested");
        assertThat(nested.code()).isEqualTo(2);
        assertThat(nested.err())
                .contains("nested.yaml: line 4: unknown key 'options'")
                .contains("allowed: command");
    }

    /** A dry run says what of a file is not taken, as the run does. */
    @Test
    void dryRunsWarnToo() throws IOException {
        String graph = file("w.graphml", """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                <key id="c" for="node" attr.name="class" attr.type="string"/>
                <graph edgedefault="undirected">
                <node id="a"><data key="c">x</data><port name="north"/></node><node id="b"><data key="c">y</data></node>
                <node id="d"><data key="c">x</data></node><node id="e"><data key="c">y</data></node>
                <edge source="a" target="b"/><edge source="b" target="d"/><edge source="d" target="e"/></graph></graphml>
                """);
        String[] words = {"train", graph + "#class", "--split", "random:0.5/0.25/0.25", "--epochs", "1"};
        String warned = run(words).err();
        assertThat(warned).contains("port");
        assertThat(run(Stream.concat(Stream.of(words), Stream.of("--dry-run")).toArray(String[]::new))
                        .err())
                .contains("port");
    }
}
