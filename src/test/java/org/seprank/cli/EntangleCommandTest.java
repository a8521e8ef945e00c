package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.file.NpzOutput;

/** Entanglement of tables and datasets on the command line. */
class EntangleCommandTest {
    private static final String PLAIN = " --scale none --theta 0.5";
    private static final String PAIRS = "a,b,c,d\n0,0,0,0\n1,0,1,0\n0,1,0,1\n1,1,1,1\n";

    @TempDir
    private Path folder;

    private static JsonNode json(String words) throws Exception {
        CommandLineRun run = CommandLineRun.of((words + " --format json").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static JsonNode row(JsonNode answer, String table, String name) {
        for (JsonNode row : answer.at("/" + table)) {
            if (row.get("cut").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no " + name + " in " + answer);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aTableOfRepeatedPairsIsEntangledAcrossAndNotAlong() throws Exception {
        Path table = file("pairs.csv", PAIRS);
        JsonNode answer = json("entangle " + table + PLAIN + " --partition a,b --partition a,c");
        assertThat(row(answer, "cuts", "a,b").get("entropy").asDouble()).isCloseTo(Math.log(4), within(1e-12));
        assertThat(row(answer, "cuts", "a,b").get("geometric").asDouble()).isCloseTo(Math.sqrt(0.75), within(1e-12));
        assertThat(row(answer, "cuts", "a,b").get("most").asDouble()).isCloseTo(Math.log(4), within(1e-12));
        assertThat(row(answer, "cuts", "a,b").get("surrogate").asDouble()).isCloseTo(2, within(1e-12));
        assertThat(row(answer, "cuts", "a,c").get("entropy").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(row(answer, "cuts", "level 1, block 1").get("entropy").asDouble())
                .isCloseTo(Math.log(4), within(1e-12));
        assertThat(answer.at("/levels/0/standard_error").asDouble()).isZero();
        assertThat(answer.at("/levels")).hasSize(2);
        assertThat(answer.at("/table/labels").asText()).isEqualTo("none");
        assertThat(answer.at("/question/settings/theta").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("/question/inputs/0/role").asText()).isEqualTo("table");
        assertThat(answer.has("capacity")).isFalse();
    }

    @Test
    void rearrangingWritesTheTableThatIsThenLessEntangled() throws Exception {
        Path table = file("pairs.csv", PAIRS);
        Path order = folder.resolve("order.csv");
        Path turned = folder.resolve("turned.csv");
        JsonNode answer =
                json("entangle " + table + PLAIN + " --rearrange --order-out " + order + " --table-out " + turned);
        assertThat(answer.at("/levels")).hasSize(4);
        assertThat(answer.at("/levels/0/entropy").asDouble()).isCloseTo(Math.log(4), within(1e-12));
        assertThat(answer.at("/levels/2/order").asText()).isEqualTo("rearranged");
        assertThat(answer.at("/levels/2/entropy").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(answer.at("/notes").toString()).contains("Rearranging lowers");
        assertThat(Files.readAllLines(order)).containsExactly("place,site", "0,a", "1,c", "2,b", "3,d");
        assertThat(Files.readAllLines(turned).get(0)).isEqualTo("label,a,c,b,d");
        JsonNode again = json("entangle " + turned + PLAIN + " --label none --leave-out label");
        assertThat(again.at("/levels/0/entropy").asDouble()).isCloseTo(0, within(1e-12));
        Path packed = folder.resolve("turned.npz");
        json("entangle " + table + PLAIN + " --rearrange --table-out " + packed);
        assertThat(json("entangle " + packed + PLAIN + " --label none")
                        .at("/levels/0/entropy")
                        .asDouble())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void imagesHaveTheAxesOfTheirArray() throws Exception {
        Path images = folder.resolve("images.npz");
        SplittableRandom random = new SplittableRandom(1);
        try (OutputStream out = Files.newOutputStream(images);
                NpzOutput npz = NpzOutput.to(out)) {
            npz.begin("X", NpzOutput.Item.DOUBLE, 30, 4, 4);
            for (int i = 0; i < 30 * 16; i++) {
                npz.put(random.nextDouble());
            }
            npz.end();
            double[] labels = new double[30];
            for (int m = 0; m < 30; m++) {
                labels[m] = m % 3;
            }
            npz.vector("y", NpzOutput.Item.DOUBLE, labels);
        }
        JsonNode answer = json("entangle " + images + " --class 1 --batch 10 --batches 3");
        assertThat(answer.at("/table/axes").toString()).isEqualTo("[\"4\",\"4\"]");
        assertThat(answer.at("/table/labels").asText()).contains("class 1 against the rest");
        assertThat(answer.at("/levels/0/cuts").asInt()).isEqualTo(4);
        assertThat(answer.at("/levels/1/cuts").asInt()).isEqualTo(16);
        assertThat(answer.at("/levels/0/standard_error").asDouble()).isPositive();
        assertThat(answer.at("/table/batches").asInt()).isEqualTo(3);
        JsonNode line = json("entangle " + images + " --axes 16 --levels 1");
        assertThat(line.at("/levels/0/cuts").asInt()).isEqualTo(1);
    }

    @Test
    void aPageShowsTheLevelsOfBothOrders() throws Exception {
        Path page = folder.resolve("page.html");
        Path table = file("pairs.csv", PAIRS);
        JsonNode answer = json("entangle " + table + PLAIN + " --rearrange --report " + page);
        assertThat(answer.at("/figures/levels/data")).hasSize(4);
        assertThat(Files.readString(page)).contains("rearranged order", "canonical partitions by level");
    }

    /** The labels of many samples of one class each, of which those that are not known are left out. */
    @Test
    void labelsEnterAsSigns() throws Exception {
        List<String> lines = new ArrayList<>(List.of("a,b,kind"));
        lines.addAll(List.of("0,0,cat", "1,0,dog", "0,1,dog", "1,1,cat", "1,1,"));
        Path table = file("parity.csv", String.join("\n", lines) + "\n");
        CommandLineRun run =
                CommandLineRun.of(("entangle " + table + PLAIN + " --label kind --format json").split(" ", -1));
        assertThat(run.err()).contains("1 of 5 samples have no label");
        JsonNode answer = new ObjectMapper().readTree(run.out());
        assertThat(answer.at("/table/labels").asText()).startsWith("class dog");
        assertThat(answer.at("/table/samples").asInt()).isEqualTo(4);
        assertThat(answer.at("/levels/0/entropy").asDouble()).isCloseTo(0, within(1e-12));
        JsonNode without = json("entangle " + table + PLAIN + " --label none --leave-out kind");
        assertThat(without.at("/table/samples").asInt()).isEqualTo(5);
        assertThat(without.at("/levels/0/entropy").asDouble()).isPositive();
    }

    /** Columns that are the vertices of a graph, in whatever order: the bounds of a network stand beside. */
    @Test
    void columnsThatAreVerticesAreComparedWithWhatANetworkCanModel() throws Exception {
        Path graph = file("path.csv", "source,target\na,b\nb,c\nc,d\n");
        Path table = file("moments.csv", "d,c,b,a\n0,0,0,0\n0,1,0,1\n1,0,1,0\n1,1,1,1\n");
        String asked = "entangle " + table + PLAIN + " --graph-file " + graph + " --partition a,b --levels 1 --depth ";
        JsonNode answer = json(asked + "1");
        JsonNode row = row(answer, "capacity", "a,b");
        assertThat(row.get("entropy").asDouble()).isCloseTo(Math.log(4), within(1e-12));
        JsonNode analysed =
                json("analyze " + graph + " --partition a,b --depth 1").at("/partitions/0");
        assertThat(row.get("ln_rank_to").asDouble())
                .isCloseTo(analysed.get("ln_rank_to").asDouble(), within(1e-12));
        assertThat(row.get("walk_index").asInt())
                .isEqualTo(analysed.get("walk_index").asInt());
        assertThat(row.get("network").asText()).isIn("enough", "open", "too-little");
        JsonNode deep = row(json(asked + "3 --hidden-width 16"), "capacity", "a,b");
        assertThat(deep.get("network").asText()).isEqualTo("enough");
        assertThat(json(asked + "3").at("/notes").toString()).contains("The data asks most of the walks across");
    }

    @Test
    void aNetworkWithoutWalksAcrossCanCarryTooLittle() throws Exception {
        Path graph = file("apart.csv", "source,target\na,b\nc,d\n");
        Path table = file("pairs.csv", PAIRS);
        JsonNode row = row(
                json("entangle " + table + PLAIN + " --graph-file " + graph
                        + " --partition a,b --levels 0 --depth 2 --target a"),
                "capacity",
                "a,b");
        assertThat(row.get("network").asText()).isEqualTo("too-little");
        assertThat(row.get("entropy_per_walk_reason").asText()).isEqualTo("infinite");
    }

    @Test
    void datasetsOfOneGraphHaveFeaturesOrVerticesAsSites() throws Exception {
        JsonNode features = json("entangle graphs/csbm --levels 1");
        JsonNode vertices = json("entangle graphs/csbm --sites vertices --partition labels --levels 0 --depth 2");
        assertThat(features.at("/table/samples").asInt())
                .isEqualTo(vertices.at("/table/sites").asInt());
        assertThat(features.at("/table/sites").asInt())
                .isEqualTo(vertices.at("/table/samples").asInt());
        assertThat(vertices.at("/capacity")).isNotEmpty();
        assertThat(vertices.at("/notes").toString())
                .contains("as much as 12 samples can show", "has the rank for all 4 partitions");
        assertThat(features.has("capacity")).isFalse();
    }

    @Test
    void graphsOnOneVertexSetAreSamples() throws Exception {
        JsonNode answer = json("entangle synthetic:ring-transfer,n=8,classes=2,count=40 --levels 2 --depth 2");
        assertThat(answer.at("/table/sites_are").asText()).isEqualTo("vertices");
        assertThat(answer.at("/table/samples").asInt()).isEqualTo(40);
        assertThat(answer.at("/table/graphs").asInt()).isEqualTo(1);
        assertThat(answer.at("/capacity")).isNotEmpty();
    }

    @Test
    void theWorkIsEstimated() throws Exception {
        JsonNode answer = json("entangle graphs/csbm --rearrange --dry-run");
        assertThat(answer.at("/estimate").toString()).contains("correlations", "partitions", "rearranging");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b;1,x|--levels 1|column 'b' holds 'x'",
                "a,b;1|--levels 1|expected 2 fields, found 1",
                "a,b||endless",
                "a;1|--levels 1|expected two columns",
                "a,a;1,2|--levels 1|all of different names",
                "a,b;1,2|--label z|no column or array 'z'",
                "a,b;1,2|--leave-out z|no column 'z'",
                "a,b;1,2|--partition louvain|found by edges",
                "a,b;1,2|--axes 3x5|do not fit 2 sites",
                "a,b;1,2|--axes 0|not of the form",
                "a,b;1,2|--sites vertices|--graph-file",
                "a,b;1,2|--order-out x|say it too",
                "a,b,label;1,2,p;1,2,q|--class z|no class 'z'",
                "a,b,label;1,2,;1,2,|--levels 1|no sample has a label",
                "a,b,label;1,2,0.5;1,2,0.5|--levels 1|all equal",
                "a,b;1,2|--theta 0|theta 0.0",
                "a,b;1,2|--levels -1|levels -1"
            })
    void mistakesAreToldInALine(String text, String options, String message) throws Exception {
        Path table = file("table.csv", text.replace(';', '\n') + "\n");
        String words = "entangle " + table + (options == null ? "" : " " + options);
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.code()).isBetween(2, 3);
        assertThat(run.err()).contains(message.equals("endless") ? "a sample" : message);
    }

    @Test
    void graphsOfDifferentSizesAndTablesWithoutAVertexAreRefused() throws Exception {
        Path graphs = file("graphs.txt", "2\n2 0\n0 1 1\n0 1 0\n3 1\n0 1 1\n1 2 0 2\n0 1 1\n");
        assertThat(CommandLineRun.of("entangle", graphs.toString()).err())
                .contains("2 to 3 vertices", "one vertex set");
        Path graph = file("path.csv", "source,target\na,b\nb,z\n");
        Path table = file("table.csv", "a,b,c\n1,2,3\n");
        assertThat(CommandLineRun.of("entangle", table.toString(), "--graph-file", graph.toString())
                        .err())
                .contains("'z' of the graph is no column");
        assertThat(CommandLineRun.of("entangle", "graphs/csbm", "--graph-file", graph.toString())
                        .err())
                .contains("--graph-file goes with a table");
    }
}
