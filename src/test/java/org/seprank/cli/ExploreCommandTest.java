package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.explore.ExplorePage;

class ExploreCommandTest {
    @TempDir
    Path folder;

    private JsonNode data(String... words) throws Exception {
        assumeTrue(ExplorePage.class.getResource("engine.js") != null, "the build left the engine out");
        Path page = folder.resolve("page.html");
        String[] all = new String[words.length + 4];
        System.arraycopy(words, 0, all, 1, words.length);
        all[0] = "explore";
        all[words.length + 1] = "--no-open";
        all[words.length + 2] = "-o";
        all[words.length + 3] = page.toString();
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(page + "\n");
        assertThat(run.err()).isEmpty();
        String html = Files.readString(page);
        assertThat(html.contains("default-src 'none'")).isTrue();
        assertThat(html.contains("{{style}}") || html.contains("{{engine}}")).isFalse();
        String from = "<script type=\"application/json\" id=\"data\">";
        int start = html.indexOf(from) + from.length();
        return new ObjectMapper().readTree(html.substring(start, html.indexOf("</script>", start)));
    }

    @Test
    void aPageHasTheGraphItsPartitionsAndOrders() throws Exception {
        JsonNode data = data(
                "graphs/karate.graphml",
                "--methods",
                "wis,fosr,toward",
                "--partition",
                "0-15",
                "--certify",
                "--depth",
                "1");
        assertThat(data.get("n").asInt()).isEqualTo(34);
        assertThat(data.get("m").asInt()).isEqualTo(78);
        assertThat(data.findValuesAsText("key")).containsExactly("wis:1", "fosr", "toward");
        assertThat(data.at("/orders/0/size").asInt()).isEqualTo(78);
        assertThat(data.at("/orders/1/size").asInt()).isEqualTo(23);
        assertThat(data.at("/partitions/0/side").asText()).isEqualTo("0-15");
        assertThat(data.at("/partitions/0/rank").asText()).isEqualTo("16");
        assertThat(data.at("/colours/0/name").asText()).isEqualTo("faction");
        assertThat(data.get("command").asText())
                .startsWith("seprank explore graphs/karate.graphml --methods wis,fosr,toward");
    }

    @Test
    void aDatasetHasItsClasses() throws Exception {
        JsonNode data = data("synthetic:csbm,n=40", "--partition", "labels", "--methods", "random");
        assertThat(data.at("/colours/0/form").asText()).isEqualTo("labels=");
        assertThat(data.at("/colours/0/classes")).hasSize(2);
        assertThat(data.get("partitions")).isNotEmpty();
    }

    @Test
    void editsOfFilesCanBeSteppedThrough() throws Exception {
        Path edits = folder.resolve("edits.csv");
        CommandLineRun made =
                CommandLineRun.of("rewire", "graphs/karate.graphml", "--remove", "9", "--edits", edits.toString());
        assertThat(made.code()).as(made.err()).isZero();
        JsonNode data = data("graphs/karate.graphml", "--methods", "random", "--edits", edits.toString());
        assertThat(data.at("/orders/1/label").asText()).isEqualTo("edits.csv");
        assertThat(data.at("/orders/1/size").asInt()).isEqualTo(9);
    }

    @Test
    void aKeptNetworkIsMeasured() throws Exception {
        Path kept = folder.resolve("kept");
        String dataset = "synthetic:csbm,n=30";
        CommandLineRun trained =
                CommandLineRun.of("train", dataset, "--epochs", "2", "--seeds", "1", "--checkpoint", kept.toString());
        assertThat(trained.code()).as(trained.err()).isZero();
        String network;
        try (Stream<Path> files = Files.list(kept)) {
            network = files.map(Path::toString)
                    .filter(file -> file.endsWith(".network"))
                    .findFirst()
                    .orElseThrow();
        }
        JsonNode data = data(dataset, "--partition", "labels", "--methods", "random", "--network", network);
        assertThat(data.at("/partitions/0/measured/entropy").asDouble()).isBetween(0.0, Math.log(64));
        assertThat(data.at("/partitions/0/measured/samples").asInt()).isEqualTo(64);
    }

    /** The same question has the same page. */
    @Test
    void pagesAreReproducible() throws Exception {
        assertThat(data("graphs/karate.graphml")).isEqualTo(data("graphs/karate.graphml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "family:path,n=200001 | a page of 200001 vertices is too large",
                "family:path,n=5 --methods ugs | let rewire make its edits",
                "family:path,n=5 --methods virtual-vertex | adds vertices",
                "family:path,n=5 --methods nothing | method 'nothing' is none of",
                "family:path,n=5 --labels colour | colour",
                "family:path,n=5 --target 0,1 | is a pair",
                "graphs/motifs | take one of them with --graph K"
            })
    void whatCannotBeShownIsRefusedWithARemedy(String words, String message) {
        String page = folder.resolve("page.html").toString();
        CommandLineRun run = CommandLineRun.of(("explore " + words + " --no-open -o " + page).split(" ", -1));
        assertThat(run.code()).isIn(2, 3);
        assertThat(run.err()).contains(message);
        assertThat(folder.resolve("page.html")).doesNotExist();
    }

    @Test
    void aPageIsShownWhereThereIsAScreen() {
        assertThat(Browser.command("Linux", Map.of())).isEmpty();
        assertThat(Browser.command("Linux", Map.of("DISPLAY", ":0"))).isEqualTo(List.of("xdg-open"));
        assertThat(Browser.command("Mac OS X", Map.of())).isEqualTo(List.of("open"));
        assertThat(Browser.command("Windows 11", Map.of())).first().isEqualTo("rundll32");
    }
}
