package org.seprank.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.Shared;
import org.seprank.explore.ExplorePage;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.graph.io.GraphReader;
import org.seprank.oracle.RandomProblems;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.Ties;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/** What is compiled to JavaScript answers as the program does; run by Node.js where there is one. */
class EngineParityTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double TOLERANCE = 1e-12;

    @TempDir
    Path folder;

    private final ObjectNode all = JSON.createObjectNode();
    private final ArrayNode graphs = all.putArray("graphs");
    private final ArrayNode questions = all.putArray("questions");
    private final List<String> expected = new ArrayList<>();

    private void ask(String answer, String name, Object... values) {
        ArrayNode question = questions.addArray();
        question.add(graphs.size() - 1).add(name);
        for (Object value : values) {
            question.addPOJO(value);
        }
        expected.add(answer);
    }

    private ExploredGraph load(Graph graph) {
        ObjectNode one = graphs.addObject();
        one.put("n", graph.vertexCount());
        one.put("directed", graph.directed());
        ArrayNode ends = one.putArray("ends");
        IntStream.range(0, graph.edgeCount())
                .forEach(e -> ends.add(graph.source(e)).add(graph.target(e)));
        return ExploredGraph.of(graph);
    }

    private static int[] mask(VertexSet side) {
        return IntStream.range(0, side.universe())
                .map(v -> side.contains(v) ? 1 : 0)
                .toArray();
    }

    private void askAll(Graph graph, VertexSet side, Target target, int depth, int inputWidth, int hiddenWidth) {
        ExploredGraph live = load(graph);
        Moment moment = new Moment(side, target, "", 0);
        int[] mask = mask(side);
        int t = target instanceof Target.AtVertex at ? at.t() : -1;
        ask(live.walkIndices(moment, 64), "walkIndices", mask, t, "", 0, 64);
        ask(
                live.fastBounds(moment, depth, inputWidth, hiddenWidth),
                "fastBounds",
                mask,
                t,
                "",
                0,
                depth,
                inputWidth,
                hiddenWidth);
        ask(
                live.allBounds(moment, depth, inputWidth, hiddenWidth),
                "allBounds",
                mask,
                t,
                "",
                0,
                depth,
                inputWidth,
                hiddenWidth);
        ask(live.dimension(moment, depth), "dimension", mask, t, "", 0, depth);
        ask(live.strongest(moment, depth, 4), "strongest", mask, t, "", 0, depth, 4);
    }

    @Test
    void answersAreThoseOfTheProgram() throws Exception {
        for (SeparationProblem problem : RandomProblems.of(200, 9, 11)) {
            askAll(
                    problem.graph(),
                    problem.partition(),
                    problem.target(),
                    problem.depth(),
                    problem.inputWidth(),
                    problem.hiddenWidth());
        }
        Graph karate = karate();
        VertexSet half = VertexSet.range(34, 0, 16);
        for (int depth = 1; depth <= 4; depth++) {
            askAll(karate, half, Target.graph(), depth, 8, 16);
            askAll(karate, half, Target.vertex(33), depth, 16, 8);
        }
        compare();
    }

    /** Orders of removal, and the numbers along them. */
    @Test
    void ordersAreThoseOfTheProgram() throws Exception {
        Graph karate = karate();
        ExploredGraph live = load(karate);
        int[] side = mask(VertexSet.range(34, 0, 16));
        Moment moment = Moment.of(VertexSet.range(34, 0, 16));
        int[] counts = IntStream.rangeClosed(0, 78).toArray();
        for (int depth = 1; depth <= 4; depth++) {
            int[] order = live.order(depth, Ties.FIRST);
            live.list("wis", order);
            ask(Arrays.toString(order), "order", depth, false);
            ask("78", "list", "wis", order);
            ask(live.walkIndexAlong(moment.in("wis", 0), 3, counts), "walkIndexAlong", side, -1, "wis", 3, counts);
            ask(Arrays.toString(live.componentsAlong("wis", counts)), "componentsAlong", "wis", counts);
            ask(live.own(moment.in("wis", 20), 33, 3).toString(), "own", 33, "wis", 20, 3);
            ask(live.allBounds(moment.in("wis", 20), 3, 8, 16), "allBounds", side, -1, "wis", 20, 3, 8, 16);
        }
        compare();
    }

    /** The published order of 1-WIS on Cora, as {@code golden/one_wis_cora.json} has it. */
    @Test
    void theOrderOfCoraIsThePublishedOne() throws Exception {
        JsonNode golden = JSON.readTree(Shared.file("golden/one_wis_cora.json").toFile());
        GraphBuilder builder = GraphBuilder.over(2708, false);
        for (String line : Files.readAllLines(Shared.file("golden/graph_cora.edges"))) {
            int space = line.indexOf(' ');
            builder.edge(Integer.parseInt(line.substring(0, space)), Integer.parseInt(line.substring(space + 1)));
        }
        ExploredGraph live = load(builder.build());
        ask(published(golden), "order", 2, false);
        ask(Arrays.toString(live.order(3, Ties.FIRST)), "order", 3, false);
        compare();
    }

    /** The orders of the official general implementation, of 1-, 2- and 3-WIS, which takes the last of equal edges. */
    @Test
    void generalOrdersArePublishedOnes() throws Exception {
        for (String name : List.of("karate", "grid_4x5", "er_n20_p20_s4", "iso_n28_ba20_s12", "barbell_5_2")) {
            int n = JSON.readTree(Shared.file("golden/graphs.json").toFile())
                    .get(name)
                    .get("n")
                    .asInt();
            load(TestGraphs.read(Shared.file("golden/graph_" + name + ".edges"), n));
            for (int depth = 2; depth <= 4; depth++) {
                String file = "golden/wis_L" + depth + "_" + name + ".json";
                ask(published(JSON.readTree(Shared.file(file).toFile())), "order", depth, true);
            }
        }
        compare();
    }

    private static String published(JsonNode golden) {
        List<Integer> ends = new ArrayList<>();
        golden.get("removed_edges").forEach(edge -> edge.forEach(end -> ends.add(end.asInt())));
        return ends.toString();
    }

    private static Graph karate() throws IOException {
        return GraphReader.read(Path.of("graphs", "karate.graphml")).graph();
    }

    private void compare() throws Exception {
        JsonNode answers = answers();
        assertThat(answers).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            JsonNode answer = answers.get(i);
            String text = expected.get(i);
            if (text.startsWith("{") || text.startsWith("[")) {
                JsonNode got = answer.isTextual() ? JSON.readTree(answer.asText()) : answer;
                assertSame(got, JSON.readTree(text), questions.get(i).toString());
            } else {
                assertThat(answer.asText()).as(questions.get(i).toString()).isEqualTo(text);
            }
        }
    }

    private void assertSame(JsonNode got, JsonNode right, String question) {
        if (right.isFloatingPointNumber()) {
            assertThat(got.asDouble())
                    .as(question)
                    .isCloseTo(right.asDouble(), within(TOLERANCE * (1 + right.asDouble())));
        } else if (right.isContainerNode()) {
            assertThat(got.size()).as(question + " " + got).isEqualTo(right.size());
            if (right.isArray()) {
                IntStream.range(0, right.size()).forEach(i -> assertSame(got.get(i), right.get(i), question));
            } else {
                right.fieldNames().forEachRemaining(name -> assertSame(got.get(name), right.get(name), question));
            }
        } else {
            assertThat(got.asText()).as(question).isEqualTo(right.asText());
        }
    }

    private JsonNode answers() throws Exception {
        Path engine = folder.resolve("engine.js");
        try (InputStream in = ExplorePage.class.getResourceAsStream("engine.js")) {
            assumeTrue(in != null, "the build left the engine out");
            Files.copy(in, engine);
        }
        Path script = folder.resolve("parity.js");
        try (InputStream in = EngineParityTest.class.getResourceAsStream("parity.js")) {
            Files.copy(in, script);
        }
        Path asked = folder.resolve("questions.json");
        JSON.writeValue(asked.toFile(), all);
        Path answers = folder.resolve("answers.json");
        Process node;
        try {
            node = new ProcessBuilder("node", script.toString(), engine.toString(), asked.toString())
                    .redirectOutput(answers.toFile())
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "there is no node to run the engine with");
            throw e;
        }
        assertThat(node.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return JSON.readTree(answers.toFile());
    }
}
