package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.graph.Graph;
import org.seprank.graph.io.GraphReader;

class RewireCommandTest {
    private static final String KARATE = "graphs/karate.graphml";

    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aThirdOfTheEdgesGoesAndAttributesStay() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "rewire",
                KARATE,
                "--depth",
                "3",
                "--remove",
                "30%",
                "--graph-out",
                file("out.graphml"),
                "--edits",
                file("edits.csv"));
        assertThat(run.code()).as(run.err()).isZero();
        Graph before = GraphReader.read(Path.of(KARATE)).graph();
        Graph after = GraphReader.read(Path.of(file("out.graphml"))).graph();
        assertThat(after.edgeCount()).isEqualTo(78 - 23);
        assertThat(after.vertexAttributes()).isEqualTo(before.vertexAttributes());
        List<String> lines = Files.readAllLines(Path.of(file("edits.csv")));
        assertThat(lines)
                .contains(
                        "# seprank edits 1",
                        "# graph_sha256: " + before.contentHash(),
                        "# method: wis",
                        "# depth: 3",
                        "# ties: first",
                        "# chunk: 1",
                        "# keep_connected: false",
                        "# no_isolated: false",
                        "# seed: 0",
                        "# parameters: {\"hidden-width\":16,\"input-width\":8,\"objective\":\"walk-index\"}",
                        "step,action,source,target");
        assertThat(lines.stream().filter(line -> !line.startsWith("#"))).hasSize(24);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    /** The published code's order for karate, through the command line and its own JSON form. */
    @ParameterizedTest
    @CsvSource({"2,last", "3,last", "4,last"})
    void thePublishedOrderIsReproduced(int depth, String ties) throws Exception {
        JsonNode golden = new ObjectMapper()
                .readTree(Shared.file("golden/wis_L" + depth + "_karate.json").toFile());
        CommandLineRun run = CommandLineRun.of(
                "rewire", KARATE, "--depth", "" + depth, "--ties", ties, "--all", "--edits", file("edits.json"));
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode edges = new ObjectMapper()
                .readTree(Path.of(file("edits.json")).toFile())
                .get("removed_edges");
        JsonNode expected = golden.get("removed_edges");
        assertThat(edges.get(0)).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(List.of(edges.get(0).get(i).asInt(), edges.get(1).get(i).asInt()))
                    .as("step " + i)
                    .containsExactly(
                            expected.get(i).get(0).asInt(),
                            expected.get(i).get(1).asInt());
        }
    }

    @Test
    void replayingAPrefixEqualsTheSmallerBudget() throws Exception {
        CommandLineRun.of("rewire", KARATE, "--remove", "40", "--edits", file("all.csv"));
        CommandLineRun.of(
                "rewire", KARATE, "--edits-in", file("all.csv"), "--remove", "10", "--graph-out", file("a.edges"));
        CommandLineRun.of("rewire", KARATE, "--remove", "10", "--graph-out", file("b.edges"));
        assertThat(Path.of(file("a.edges"))).hasSameTextualContentAs(Path.of(file("b.edges")));
    }

    @ParameterizedTest
    @CsvSource({"wis,1", "wis,7", "random,1"})
    void resumingATornListGivesTheUninterruptedOne(String method, String chunk) throws Exception {
        String[] base = {"rewire", KARATE, "--all", "--method", method, "--chunk", chunk, "--seed", "5"};
        CommandLineRun.of(with(base, "--edits", file("whole.csv")));
        String whole = Files.readString(Path.of(file("whole.csv")));
        Files.writeString(Path.of(file("torn.csv")), whole.substring(0, whole.length() / 2));
        CommandLineRun run = CommandLineRun.of(with(base, "--resume", file("torn.csv")));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(Path.of(file("torn.csv")))).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--depth 2 --method wis --ties last --seed 1|depth 3 and not 2",
                "--depth 3 --method random --ties last --seed 1|method wis and not random",
                "--depth 3 --method wis --ties first --seed 1|ties last and not first",
                "--depth 3 --method wis --ties last --seed 2|seed 1 and not 2",
                "--depth 3 --method wis --ties last --seed 1 --no-isolated|no_isolated false and not true",
                "--depth 3 --method wis --ties last --seed 1 --protect 0-3|protect none and not 0-3"
            })
    void aRunThatWasAskedForSomethingElseIsNotGoneOnWith(String words, String difference) throws Exception {
        CommandLineRun.of(
                with(("rewire " + KARATE + " --remove 5 --depth 3 --ties last --seed 1 --edits " + file("five.csv"))
                        .split(" ", -1)));
        String five = Files.readString(Path.of(file("five.csv")));
        CommandLineRun run = CommandLineRun.of(
                ("rewire " + KARATE + " --remove 9 --resume " + file("five.csv") + " " + words).split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(difference).contains("five.csv").contains("--resume");
        assertThat(Files.readString(Path.of(file("five.csv")))).isEqualTo(five);
    }

    /** Every command that reads an edit list says that it is of another graph, in one line, unless it is forced to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rewire OTHER --edits-in LIST",
                "rewire OTHER --remove 9 --resume LIST",
                "train OTHER#faction --epochs 2 --edits LIST",
                "interactions OTHER#faction --epochs 2 --samples 4 --bootstrap 0 --seeds 1 --budgets 5 --edits LIST",
                "measure OTHER --groups main --edits LIST"
            })
    void editsOfAnotherGraphAreRefusedUnlessForced(String words) throws Exception {
        CommandLineRun.of(
                "rewire", KARATE, "--remove", "8", "--graph-out", file("other.graphml"), "--edits", file("8.csv"));
        CommandLineRun.of("rewire", file("other.graphml"), "--remove", "5", "--edits", file("list.csv"));
        CommandLineRun.of(
                "rewire", KARATE, "--edits-in", file("8.csv"), "--remove", "7", "--graph-out", file("near.graphml"));
        String[] command = words.replace("OTHER", file("near.graphml"))
                .replace("LIST", file("list.csv"))
                .split(" ", -1);
        CommandLineRun refused = CommandLineRun.of(command);
        assertThat(refused.code()).as(refused.err()).isEqualTo(3);
        assertThat(refused.err()).contains("list.csv").contains("another graph").contains("--force");
        assertThat(refused.out()).isEmpty();
        CommandLineRun forced = CommandLineRun.of(with(command, "--force"));
        assertThat(forced.code()).as(forced.err()).isZero();
    }

    @Test
    void replayedEditsKeepWhatIsSaidOfThem() throws Exception {
        CommandLineRun.of("rewire", KARATE, "--method", "jaccard", "--remove", "9", "--edits", file("a.csv"));
        CommandLineRun.of("rewire", KARATE, "--edits-in", file("a.csv"), "--edits", file("b.json"));
        CommandLineRun.of("rewire", KARATE, "--edits-in", file("b.json"), "--edits", file("c.csv"));
        assertThat(Path.of(file("c.csv"))).hasSameTextualContentAs(Path.of(file("a.csv")));
        JsonNode json = new ObjectMapper().readTree(Path.of(file("b.json")).toFile());
        assertThat(json.at("/header/method").asText()).isEqualTo("jaccard");
        assertThat(json.at("/header/depth").isInt()).isTrue();
        assertThat(json.at("/header/no_isolated").isBoolean()).isTrue();
        assertThat(json.get("scores")).hasSize(9);
    }

    @Test
    void protectedPartitionsKeepTheirWalkIndexAtLeastAsHighAsUnderRandomRemoval() throws Exception {
        JsonNode wis = measures("--protect", "attribute:faction", "--remove", "30%");
        JsonNode random = measures("--method", "random", "--partition", "attribute:faction", "--remove", "30%");
        assertThat(walkIndex(wis)).isGreaterThan(walkIndex(random));
    }

    @Test
    void whatAGroupOfMeasuresSaysIsNotSaidTwice() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "rewire",
                KARATE,
                "--remove",
                "10",
                "--partition",
                "bisection",
                "--measures",
                "all",
                "--format",
                "json");
        JsonNode answer = new ObjectMapper().readTree(run.out());
        List<String> first = answer.get("measures").findValuesAsText("id");
        assertThat(first).contains("maximum_degree", "vertex_walk_index_median");
        assertThat(answer.get("further_measures").findValuesAsText("id"))
                .contains("edges", "components", "isolated_vertices")
                .doesNotContainAnyElementsOf(first);
    }

    private JsonNode measures(String... words) throws Exception {
        CommandLineRun run = CommandLineRun.of(with(new String[] {"rewire", KARATE, "--format", "json"}, words));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).get("measures");
    }

    private static long walkIndex(JsonNode measures) {
        for (JsonNode row : measures) {
            if (row.get("id").asText().equals("walk_index")) {
                return row.get("after").asLong();
            }
        }
        throw new AssertionError("no walk index in " + measures);
    }

    @Test
    void aMissingFolderIsSaidBeforeAnyWork() {
        CommandLineRun run = CommandLineRun.of("rewire", KARATE, "--all", "--graph-out", file("none/out.gml"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("no such folder: " + file("none") + "\nhint: make it first\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void safeguardsHold() throws Exception {
        CommandLineRun.of("rewire", KARATE, "--all", "--keep-connected", "--graph-out", file("tree.edges"));
        assertThat(GraphReader.read(Path.of(file("tree.edges"))).graph().edgeCount())
                .isEqualTo(33);
        CommandLineRun.of("rewire", KARATE, "--all", "--no-isolated", "--graph-out", file("cover.edges"));
        Graph cover = GraphReader.read(Path.of(file("cover.edges"))).graph();
        for (int v = 0; v < cover.vertexCount(); v++) {
            assertThat(cover.out().degree(v)).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|how many edges",
                "--remove 99|99",
                "--remove 120%|120%",
                "--remove x|'x'",
                "--keep 1 --all|mutually exclusive",
                "--remove 3 --method magic|magic",
                "--remove 3 --chunk 0|chunk 0",
                "--remove 3 --depth 65|depth 65",
                "--remove 3 --method random --protect 0-3|--protect",
                "--edits-in none.csv|none.csv",
                "--resume none.csv --all|none.csv",
            })
    void mistakesLeaveNothingBehind(String words, String expected) throws Exception {
        Files.writeString(Path.of(file("edits.csv")), "precious");
        String[] rest = words == null ? new String[0] : words.split(" ", -1);
        CommandLineRun run = CommandLineRun.of(with(
                with(new String[] {"rewire", KARATE}, rest),
                "--graph-out",
                file("out.gml"),
                "--edits",
                file("edits.csv")));
        assertThat(run.code()).as(run.err()).isIn(2, 3);
        assertThat(run.err().toLowerCase(Locale.ROOT)).contains(expected);
        assertThat(run.err()).doesNotContain("\tat ");
        assertThat(Files.readString(Path.of(file("edits.csv")))).isEqualTo("precious");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private static String[] with(String[] words, String... more) {
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }
}
