package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.io.GraphReader;

class AnalyzeCommandTest {
    private static final String KARATE = "graphs/karate.graphml";

    @Test
    void karateIsAnalysedByItsFactions() {
        CommandLineRun run = CommandLineRun.of("analyze", KARATE);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("34", "78", "faction=").contains("Walk index by depth");
    }

    /** The worked values of path4 with I = {0, 1}. */
    @ParameterizedTest
    @CsvSource({"2,graph,24,6", "3,0,6,3", "3,graph,126,16"})
    void workedExamplesAreReproduced(int depth, String target, int rank, int walkIndex) throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "analyze",
                "family:path,n=4",
                "--partition",
                "0-1",
                "--depth",
                "" + depth,
                "--target",
                target,
                "--input-width",
                "2",
                "--hidden-width",
                "2",
                "--certify",
                "--format",
                "json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode row = new ObjectMapper().readTree(run.out()).at("/partitions/0");
        assertThat(row.get("rank").asInt()).isEqualTo(rank);
        assertThat(row.get("walk_index").asInt()).isEqualTo(walkIndex);
    }

    /** Images on two 16-cliques: the walk indices of the two arrangements are known. */
    @Test
    void twoCliquesHaveThePublishedWalkIndices() throws Exception {
        JsonNode partitions =
                json("analyze", "graphs/two-cliques-16.graphml", "--depth", "3").get("partitions");
        assertThat(partitions.findValuesAsText("walk_index")).contains("548", "8258");
    }

    @Test
    void singletonsAreListedWhenAskedFor() throws Exception {
        JsonNode json = json("analyze", "family:star,n=9", "--partition", "singletons", "--depth", "2");
        assertThat(json.at("/singletons/minimum").asInt()).isEqualTo(2);
        assertThat(json.at("/singletons/maximum").asInt()).isEqualTo(9);
        assertThat(json.get("vertices")).hasSize(9);
    }

    @Test
    void certaintyIsAWordAndNumbers() throws Exception {
        JsonNode certified =
                json("analyze", KARATE, "--partition", "0-15", "--depth", "2", "--certify", "--max-inputs", "64");
        JsonNode row = certified.at("/partitions/0");
        assertThat(row.get("certainty").asText()).isEqualTo("at_least");
        assertThat(row.get("samples").asInt()).isEqualTo(64);
        assertThat(row.has("tolerance")).isFalse();
        JsonNode open = json("analyze", KARATE).at("/partitions/0");
        assertThat(open.get("rank").isNull()).isTrue();
        assertThat(open.get("rank_reason").asText()).isEqualTo("not certified");
        assertThat(open.has("certainty")).isFalse();
    }

    /** A search that was stopped says where, and no number below the bound in its row. */
    @Test
    void aStoppedRankDoesNotContradictItsBounds() throws Exception {
        String[] deep = {"analyze", KARATE, "--partition", "0-15", "--certify", "--max-inputs", "64"};
        JsonNode row = json(deep).at("/partitions/0");
        BigInteger rank = new BigInteger(row.get("rank").asText());
        assertThat(row.get("ln_rank_from").asDouble()).isGreaterThan(Math.log(64));
        assertThat(rank.bitLength() * Math.log(2))
                .isBetween(
                        row.get("ln_rank_from").asDouble(),
                        row.get("ln_rank_to").asDouble());
        assertThat(CommandLineRun.of(deep).out()).contains(" (bound; cap 64)").contains("stopped at 64 inputs");
    }

    @Test
    void certifiedRanksAreKeptAndGoneOnWith(@TempDir Path folder) throws Exception {
        String file = folder.resolve("ranks.npz").toString();
        String[] asked = {
            "analyze",
            "family:path,n=6",
            "--partition",
            "0-2",
            "--partition",
            "0-1",
            "--depth",
            "2",
            "--input-width",
            "3",
            "--hidden-width",
            "3",
            "--certify",
            "--checkpoint",
            file
        };
        JsonNode first = json(asked);
        assertThat(first.at("/partitions/0/rank").asInt()).isEqualTo(300);
        JsonNode second =
                json(Stream.concat(Arrays.stream(asked), Stream.of("--resume")).toArray(String[]::new));
        assertThat(second.get("partitions")).isEqualTo(first.get("partitions"));
        CommandLineRun other =
                CommandLineRun.of(Stream.concat(Arrays.stream(asked), Stream.of("--resume", "--seed", "1"))
                        .toArray(String[]::new));
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err()).contains("ranks.npz", "it is of another computation", "name another --checkpoint file");
    }

    @Test
    void checkpointsWithoutRanksToKeepAreRefused(@TempDir Path folder) {
        String file = folder.resolve("ranks.npz").toString();
        CommandLineRun uncertified = CommandLineRun.of("analyze", KARATE, "--checkpoint", file);
        assertThat(uncertified.code()).isEqualTo(2);
        assertThat(uncertified.err()).contains("--certify is not given");
        CommandLineRun unnamed = CommandLineRun.of("analyze", KARATE, "--certify", "--resume");
        assertThat(unnamed.code()).isEqualTo(2);
        assertThat(unnamed.err()).contains("--resume goes on from a --checkpoint file");
    }

    @Test
    void walkIndicesByDepthAreRows() throws Exception {
        JsonNode rows = json("analyze", KARATE).get("walk_index_by_depth");
        assertThat(rows).hasSize(8);
        assertThat(rows.get(2).toString()).endsWith("\"depth\":3,\"walk_index\":869}");
    }

    @Test
    void csvIsOneTable() {
        CommandLineRun run = CommandLineRun.of(
                "analyze", KARATE, "--partition", "0-15", "--format", "csv", "--table", "walk_index_by_depth");
        assertThat(run.out().lines())
                .hasSize(10)
                .element(1)
                .asString()
                .isEqualTo("partition,first_depth,growth,depth,walk_index");
    }

    @Test
    void theSameCommandGivesTheSameAnswerWhateverTheThreads() throws Exception {
        JsonNode one = json("analyze", KARATE, "--certify", "--threads", "1", "--max-inputs", "64");
        JsonNode two = json("analyze", KARATE, "--certify", "--threads", "2", "--max-inputs", "64");
        assertThat(one.get("partitions")).isEqualTo(two.get("partitions"));
        assertThat(one.get("bounds")).isEqualTo(two.get("bounds"));
    }

    @Test
    void aDryRunEstimatesWithoutAnalysing() {
        CommandLineRun run = CommandLineRun.of("analyze", KARATE, "--certify", "--dry-run");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("time", "memory").doesNotContain("Walk index by depth");
    }

    @Test
    void plotAndOutputAreWrittenToFiles(@TempDir Path folder) throws Exception {
        Path svg = folder.resolve("karate.svg");
        Path answer = folder.resolve("karate.json");
        CommandLineRun run = CommandLineRun.of(
                "analyze", KARATE, "--plot", svg.toString(), "-o", answer.toString(), "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(svg)).startsWith("<svg").contains("</svg>");
        assertThat(new ObjectMapper().readTree(answer.toFile()).get("schema").asText())
                .isEqualTo("seprank/analyze/2");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analyze|missing required parameter",
                "analyze none.graphml|no such file",
                "analyze graphs/karate.graphml --depth 0|depth 0 is not in 1..64",
                "analyze graphs/karate.graphml --partition 0-99|99",
                "analyze graphs/karate.graphml --partition 0-33|34 of 34",
                "analyze graphs/karate.graphml --target nobody|'nobody'",
                "analyze graphs/karate.graphml --input-width 0|input width 0",
                "analyze graphs/karate.graphml --format xml|--format",
                "analyze graphs/karate.graphml --threads 0|error: --threads 0 is not positive",
                "analyze graphs/karate.graphml --plot x.gif|does not end in .svg, .png or .pdf",
                "analyze family:circle,n=3|no graph family 'circle'",
                "analyze family:cycle,n=2|n",
                "analyse graphs/karate.graphml|analyze",
            })
    void mistakesAreOneClearLine(String words, String expected) {
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.code()).as(run.err()).isIn(2, 3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().toLowerCase(java.util.Locale.ROOT)).contains(expected.toLowerCase(java.util.Locale.ROOT));
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(3);
        assertThat(run.err()).doesNotContain("\tat ");
    }

    @Test
    void theGraphIsReadOnceWhateverIsWritten(@TempDir Path folder) throws Exception {
        Path graph = Files.copy(Path.of(KARATE), folder.resolve("copy.graphml"));
        long once = FileReads.of(graph, () -> GraphReader.read(graph));
        String[] words = {
            "analyze",
            graph.toString(),
            "--partition",
            "bisection",
            "-q",
            "--report",
            folder.resolve("a.html").toString(),
            "--plot",
            folder.resolve("a.svg").toString()
        };
        long bytes = FileReads.of(
                graph, () -> assertThat(CommandLineRun.of(words).code()).isZero());
        assertThat(bytes).isEqualTo(once).isGreaterThanOrEqualTo(Files.size(graph));
    }

    private static JsonNode json(String... words) throws Exception {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--format";
        all[words.length + 1] = "json";
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** As the README's picture. */
    @Test
    void aPlotIsTheGraphUnlessAnotherFigureIsNamed(@TempDir Path folder) throws Exception {
        Path picture = folder.resolve("karate.svg");
        CommandLineRun run = CommandLineRun.of("analyze", "graphs/karate.graphml", "--plot", picture.toString());
        assertThat(run.code()).isEqualTo(0);
        assertThat(Files.readString(picture)).contains("Drawing of 34 vertices and 78 edges");
    }
}
