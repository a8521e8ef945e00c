package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.io.Datasets;

class CompareCommandTest {
    private static JsonNode json(String words) throws Exception {
        CommandLineRun run = CommandLineRun.of((words + " --format json").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void allMethodsStandSideBySideWithTheControls() throws Exception {
        JsonNode json = json("compare graphs/sbm.graphml --methods wis,fosr,toward --budgets 2,10% --partition"
                + " attribute:block --depth 2");
        JsonNode rows = json.at("/compared");
        assertThat(rows.findValuesAsText("method"))
                .containsSubsequence("(none)", "wis", "wis", "fosr", "fosr", "toward", "random", "random-add");
        assertThat(rows.get(1).get("edits").asInt()).isEqualTo(2);
        assertThat(rows.get(0).has("budget")).isFalse();
        assertThat(rows.findValuesAsText("budget")).startsWith("2", "10%", "2", "10%");
        JsonNode before = rows.get(0);
        JsonNode walks = json.at("/walk_indices");
        int partitions = walks.size() / rows.size();
        assertThat(partitions).isEqualTo(4);
        for (int r = 0; r < rows.size(); r++) {
            JsonNode row = rows.get(r);
            String method = row.get("method").asText();
            for (int p = 0; p < partitions; p++) {
                JsonNode walk = walks.get(r * partitions + p);
                JsonNode first = walks.get(p);
                assertThat(walk.get("method")).isEqualTo(row.get("method"));
                assertThat(walk.get("edits")).isEqualTo(row.get("edits"));
                assertThat(walk.get("partition")).isEqualTo(first.get("partition"));
                assertThat(walk.get("depth").asInt()).isEqualTo(2);
                double change = walk.get("ln_walk_index").asDouble()
                        - first.get("ln_walk_index").asDouble();
                if (method.equals("wis") || method.equals("random")) {
                    assertThat(change).as(method).isNotPositive();
                }
            }
            if (method.equals("wis") || method.equals("random")) {
                assertThat(row.get("edges").asInt() + row.get("edits").asInt())
                        .isEqualTo(before.get("edges").asInt());
            }
        }
    }

    @Test
    void equalQuestionsGiveEqualBytesAndTimesAreApart(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("page.html");
        String[] words = ("compare graphs/karate.graphml --methods wis,fosr --budgets 10% --format json --report "
                        + page)
                .split(" ", -1);
        CommandLineRun first = CommandLineRun.of(words);
        assertThat(CommandLineRun.of(words).out()).isEqualTo(first.out()).doesNotContain("seconds");
        assertThat(first.err()).matches("(?s)time: wis .*, fosr .*, random .*, random-add .*");
        String text = Files.readString(page);
        JsonNode run = new ObjectMapper()
                .readTree(text.substring(text.indexOf("id=\"document\">") + 14, text.indexOf("</script>\n<script>")))
                .get("run");
        assertThat(run.get("durations").findValuesAsText("work"))
                .containsExactly("wis", "fosr", "random", "random-add");
        assertThat(run.get("durations").get(0).get("seconds").asDouble()).isPositive();
    }

    @Test
    void methodsWithoutChanceAreRunOnce() throws Exception {
        JsonNode json = json("compare graphs/karate.graphml --methods triangles,gtr,random-swap --budgets 5");
        assertThat(json.at("/compared").findValuesAsText("runs")).containsExactly("1", "1", "1", "3", "3", "3");
        JsonNode difference = json.at("/against_control/0");
        assertThat(difference.get("method").asText()).isEqualTo("triangles");
        assertThat(difference.get("budget").asText()).isEqualTo("5");
        assertThat(difference.get("pairs").asInt()).isEqualTo(3);
    }

    /**
     * Protected, wis keeps the walk index of the partition best of all removers, and differences say how sure that is.
     */
    @Test
    void protectedPartitionsKeepTheirWalkIndex() throws Exception {
        JsonNode json =
                json("compare graphs/karate.graphml --methods wis,spectral --budgets 30% --protect attribute:faction");
        Map<String, Double> walks = new HashMap<>();
        json.at("/walk_indices")
                .forEach(row -> walks.put(
                        row.get("method").asText(), row.get("ln_walk_index").asDouble()));
        assertThat(walks.get("wis")).isGreaterThan(walks.get("spectral")).isGreaterThan(walks.get("random"));
        assertThat(json.at("/compared").findValuesAsText("runs")).containsExactly("1", "1", "3", "3");
        for (JsonNode row : json.at("/against_control")) {
            assertThat(row.get("control").asText()).isEqualTo("random");
            assertThat(row.get("pairs").asInt()).isEqualTo(3);
            if (row.hasNonNull("from")) {
                assertThat(row.get("difference").asDouble())
                        .isBetween(row.get("from").asDouble(), row.get("to").asDouble());
            }
        }
        assertThat(json.at("/against_control").findValuesAsText("quantity"))
                .containsExactly(
                        "mean_walk_index",
                        "spectral_gap",
                        "ln_walk_index",
                        "mean_walk_index",
                        "spectral_gap",
                        "ln_walk_index");
    }

    @Test
    void aMethodThatRefusesIsNotedAndTheOthersRun(@TempDir Path folder) throws Exception {
        Path directed = folder.resolve("directed.txt");
        Files.writeString(directed, "0 1\n1 2\n2 0\n2 3\n3 4\n");
        JsonNode json = json("compare " + directed + " --directed --methods wis,sdrf --budgets 1");
        assertThat(json.toString()).contains("Not run: sdrf");
        assertThat(json.at("/compared").findValuesAsText("method")).contains("wis", "random");
    }

    @Test
    void withoutMeasuresEdgesAreCounted() throws Exception {
        JsonNode json = json("compare graphs/karate.graphml --methods wis,fosr --budgets 10% --no-measures --seeds 1");
        assertThat(json.at("/compared").findValuesAsText("edges")).containsExactly("78", "70", "86", "70", "86");
        assertThat(json.at("/compared/0").has("spectral_gap")).isFalse();
        assertThat(json.has("against_control")).isFalse();
    }

    @Test
    void methodsThatMightTakeTooLongAreLeftOutWithAnEstimate() throws Exception {
        JsonNode json = json(
                "compare family:erdos-renyi,n=20000,m=40000 --methods gtr,jaccard --budgets 10% --no-measures --seeds 1 --limit 30");
        assertThat(json.at("/compared").findValuesAsText("method"))
                .containsExactly("(none)", "jaccard", "random", "random-add");
        assertThat(json.at("/notes/0").asText())
                .startsWith("Not run: gtr: it might take about ")
                .contains("O(n^3 + k n^2); more than --limit 30");
    }

    /** What is trained after no edit is what train trains, pair by pair. */
    @Test
    void networksAreThoseOfTrain() throws Exception {
        String network = " --model sage --depth 2 --width 8 --epochs 8 --seeds 2 --split folds:3";
        JsonNode compared = json(
                "compare graphs/csbm --methods wis,random-add --budgets 10%,90% --train --within 0.02 --no-measures"
                        + network);
        JsonNode trained = json("train graphs/csbm" + network);
        JsonNode rows = compared.at("/trained");
        assertThat(rows.findValuesAsText("method"))
                .containsExactly("(none)", "wis", "wis", "random-add", "random-add", "random", "random");
        JsonNode test = trained.at("/summary/2");
        assertThat(test.get("part").asText()).isEqualTo("test");
        for (String[] names : new String[][] {{"mean", "mean"}, {"deviation", "std"}, {"from", "interval_from"}}) {
            assertThat(rows.get(0).get(names[0])).isEqualTo(test.get(names[1]));
        }
        assertThat(rows.get(0).get("networks").asInt()).isEqualTo(6);
        assertThat(rows.get(2).get("edges").asInt()).isEqualTo(192);
        assertThat(rows.get(4).get("edges").asInt()).isEqualTo(1918 + 1726);
        JsonNode tests = compared.at("/trained_against_control");
        assertThat(tests.findValuesAsText("method")).containsExactly("wis", "wis");
        assertThat(tests.get(0).get("least_p_value").asDouble()).isEqualTo(1.0 / 32);
        for (JsonNode row : tests) {
            assertThat(row.get("holm_p_value").asDouble())
                    .isGreaterThanOrEqualTo(row.get("wilcoxon_p_value").asDouble());
        }
        assertThat(compared.at("/notes/0").asText()).startsWith("Recommendation: ");
        assertThat(compared.at("/recommendation/within").asDouble()).isEqualTo(0.02);
    }

    @Test
    void threeNetworksProveNothing() throws Exception {
        JsonNode json =
                json("compare graphs/csbm --methods wis --budgets 2 --train --epochs 2 --within 1 --no-measures");
        assertThat(json.at("/recommendation/certainty").asText()).isEqualTo("mean");
        assertThat(json.at("/recommendation/holm_p_value").isNull()).isTrue();
        assertThat(json.at("/notes/0").asText()).contains("may be chance; 6 networks or more");
        assertThat(json.at("/trained_against_control/0/wilcoxon_p_value_reason").asText())
                .startsWith("too few pairs");
    }

    @Test
    void whatOnlyTrainingUsesNeedsTraining() {
        CommandLineRun idle = CommandLineRun.of("compare graphs/csbm --methods wis --epochs 3".split(" ", -1));
        assertThat(idle.code()).isEqualTo(2);
        assertThat(idle.err()).contains("--epochs is for networks that are trained; say --train");
        CommandLineRun graph = CommandLineRun.of("compare graphs/karate.graphml --methods wis --train".split(" ", -1));
        assertThat(graph.code()).isEqualTo(2);
        assertThat(graph.err()).contains("--train needs a dataset");
        CommandLineRun set = CommandLineRun.of("compare graphs/motifs --methods wis --train".split(" ", -1));
        assertThat(set.err()).contains("one graph here");
    }

    /** Masks are learnt from the training part of the split that is judged, of each on its own. */
    @Test
    void trainedMasksAreComparedOnSeveralSplits() throws Exception {
        JsonNode json = json("compare graphs/csbm --methods ugs --budgets 5% --train --epochs 2 --seeds 1 --split"
                + " folds:3 --no-measures");
        assertThat(json.at("/trained/1/method").asText()).isEqualTo("ugs");
        assertThat(json.at("/trained/1/networks").asInt()).isEqualTo(3);
    }

    @Test
    void aRewiredDatasetIsWrittenWholeAndTrainedOn(@TempDir Path folder) throws Exception {
        Path rewired = folder.resolve("rewired");
        Path edits = folder.resolve("edits.csv");
        json("rewire graphs/csbm --method virtual-vertex --all --edits " + edits + " --graph-out " + rewired);
        NodeDataset before = (NodeDataset) Datasets.read(Path.of("graphs/csbm"));
        NodeDataset after = (NodeDataset) Datasets.read(rewired);
        int n = before.graph().vertexCount();
        assertThat(after.graph().vertexCount()).isEqualTo(n + 1);
        assertThat(after.graph().out().degree(n)).isEqualTo(n);
        assertThat(after.labels().known(n)).isFalse();
        JsonNode trained = json("train graphs/csbm --epochs 3 --model relational --edits " + edits);
        assertThat(trained.toString()).contains("relational");
        JsonNode replayed = json("rewire graphs/csbm --edits-in " + edits + " --graph-out " + folder.resolve("again"));
        assertThat(replayed.at("/rewire/new_vertices").asInt()).isEqualTo(1);
    }

    @Test
    void edgeMasksAreTrainedOnDatasetsOnly(@TempDir Path folder) throws Exception {
        Path edits = folder.resolve("ugs.csv");
        String set = " --method ugs --set epochs=3 --set width=4 --depth 2 --remove ";
        assertThat(json("rewire graphs/csbm" + set + "10% --edits " + edits)
                        .at("/rewire/removed")
                        .asInt())
                .isPositive();
        String first = Files.readString(edits);
        json("rewire graphs/csbm" + set + "6% --edits " + edits);
        assertThat(first).startsWith(Files.readString(edits).stripTrailing());
        CommandLineRun graph = CommandLineRun.of(("rewire graphs/karate.graphml" + set + "1").split(" ", -1));
        assertThat(graph.code()).isEqualTo(2);
        assertThat(graph.err()).contains("labels of a dataset");
    }

    /** Edges that were learnt from the labels of one split must not be tested on another. */
    @Test
    void edgeMasksNameTheSplitTheyLearntFrom(@TempDir Path folder) throws Exception {
        String ugs = "rewire graphs/csbm --method ugs --set epochs=2 --set width=4 --depth 2 --remove 2 --edits ";
        Path edits = folder.resolve("ugs.csv");
        CommandLineRun many = CommandLineRun.of((ugs + edits + " --split folds:5").split(" ", -1));
        assertThat(many.code()).isEqualTo(2);
        assertThat(many.err()).contains("one split, of 5");
        String split = " --split stratified:0.3/0.3/0.4";
        json(ugs + edits + split);
        String train = "train graphs/csbm --epochs 1 --edits " + edits;
        assertThat(CommandLineRun.of((train + split).split(" ", -1)).err()).doesNotContain("warning");
        assertThat(CommandLineRun.of((train + " --split folds:5").split(" ", -1))
                        .err())
                .contains("warning: the edits were learnt from the labels of another training part");
        assertThat(CommandLineRun.of("rewire graphs/csbm --remove 1 --split given".split(" ", -1))
                        .err())
                .contains("--split is for methods that train on labels");
    }

    @Test
    void relationsOfAWrittenDatasetReachTraining(@TempDir Path folder) throws Exception {
        Path rewired = folder.resolve("rewired");
        Path edits = folder.resolve("edits.csv");
        json("rewire graphs/csbm --method virtual-vertex --all --edits " + edits + " --graph-out " + rewired);
        String train = " --epochs 4 --model relational";
        JsonNode written = json("train " + rewired + train);
        assertThat(written.toString()).contains("relational");
        NodeDataset after = (NodeDataset) Datasets.read(rewired);
        assertThat(after.graph().edgeAttributes().has("relation")).isTrue();
    }

    @Test
    void budgetsOfReplaysCountEdits(@TempDir Path folder) throws Exception {
        Path edits = folder.resolve("edits.csv");
        json("rewire graphs/karate.graphml --method virtual-vertex --set vertices=3 --all --edits " + edits);
        assertThat(json("rewire graphs/karate.graphml --all --edits-in " + edits)
                        .at("/rewire/added")
                        .asInt())
                .isEqualTo(102);
        assertThat(json("rewire graphs/karate.graphml --edit 90 --edits-in " + edits)
                        .at("/rewire/added")
                        .asInt())
                .isEqualTo(90);
        assertThat(json("rewire graphs/karate.graphml --method fosr --edit 100%")
                        .at("/rewire/added")
                        .asInt())
                .isEqualTo(78);
        for (String wrong : new String[] {"--method sdrf --all", "--edits-in " + edits + " --keep 70"}) {
            assertThat(CommandLineRun.of(("rewire graphs/karate.graphml " + wrong).split(" ", -1))
                            .code())
                    .as(wrong)
                    .isEqualTo(2);
        }
        Path both = folder.resolve("both.csv");
        String same = "rewire graphs/karate.graphml --remove 1 --edits " + both + " --graph-out " + both;
        assertThat(CommandLineRun.of(same.split(" ", -1)).err()).contains("two files");
        assertThat(both).doesNotExist();
    }

    @Test
    void methodsAreListedWithTheirParameters() throws Exception {
        JsonNode json = json("methods sdrf");
        assertThat(json.at("/methods")).hasSize(1);
        assertThat(json.at("/settings").findValuesAsText("name")).containsExactly("tau", "bound", "curvature");
        assertThat(CommandLineRun.of("methods", "magic").code()).isEqualTo(2);
        assertThat(CommandLineRun.of("rewire graphs/karate.graphml --method toward --edit 1".split(" ", -1))
                        .err())
                .contains("--protect");
        assertThat(CommandLineRun.of("rewire graphs/karate.graphml --method fosr --remove 1".split(" ", -1))
                        .err())
                .contains("--edit");
    }
}
