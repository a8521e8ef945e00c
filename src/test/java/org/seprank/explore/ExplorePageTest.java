package org.seprank.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.graph.io.GraphReader;
import org.seprank.graph.io.GraphWriter;
import org.seprank.graph.io.ReadOptions;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.study.Context;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

/** Pages in a real browser, where there is one. */
class ExplorePageTest {
    private static final String REST = "typeof atRest === 'function' && document.readyState === 'complete' && atRest()";
    private static final String START = "#I=0-8,10-13,16,17,19,21&L=3&Dx=8&Dh=16&k=0&a=wis:3&b=random";
    private static final String KARATE = "graphs/karate.graphml";

    @TempDir
    static Path folder;

    private static Chromium browser;
    private static Path karate;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(ExplorePage.class.getResource("engine.js") != null, "the build left the engine out");
        browser = Chromium.start(Chromium.profile(folder));
        karate = page("karate", KARATE, List.of(), 3);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path page(String name, String graph, List<String> partitions, int depth) throws IOException {
        GraphSource source = new GraphSource(graph, ReadOptions.defaults(), null, 0);
        ExploreStudy.Extent extent =
                new ExploreStudy.Extent(List.of("wis", "random"), List.of(), "", false, MeasuredNetwork.none(), 0);
        ExploreStudy study = new ExploreStudy(source, new NetworkShape(depth, 8, 16, "graph"), partitions, extent);
        Path file = folder.resolve(name + ".html");
        Files.writeString(file, study.page(Context.of(Progress.none())).html());
        return file;
    }

    private static Path page(String name, Graph graph, int depth) throws IOException {
        Path file = folder.resolve(name + ".graphml");
        GraphWriter.write(graph, file);
        return page(name, file.toString(), List.of(), depth);
    }

    private static void open(Path page, String fragment) throws InterruptedException {
        browser.call("Page.navigate", "url", "about:blank");
        browser.forget();
        browser.call("Page.navigate", "url", page.toUri() + fragment);
        browser.await(REST);
    }

    @BeforeEach
    void openKarate() throws InterruptedException {
        if (browser.value(
                        "typeof data === 'object' && data.name === 'karate' && innerWidth === 1280 && !data.saved && !engineFails")
                .asBoolean()) {
            browser.forget();
            browser.value(
                    "past.length = future.length = 0; pointed.item = pointed.edge = -1, pointed.edge = null; pointed.focus = 0;"
                            + " lassoing = false; balls = { item: -1, radius: 0 }; readFragment('" + START
                            + "'); changed('all'); fit(); 0");
            browser.await(REST);
            return;
        }
        browser.call(
                "Emulation.setDeviceMetricsOverride",
                "width",
                1280,
                "height",
                1000,
                "deviceScaleFactor",
                1,
                "mobile",
                false);
        open(karate, "");
    }

    private static void rest() throws InterruptedException {
        browser.await(REST);
    }

    private static String text(String id) {
        return browser.value("document.getElementById('" + id + "').textContent")
                .asText();
    }

    private static String side() {
        return browser.value("sideText()").asText();
    }

    private static void mouse(String type, double x, double y, int modifiers) {
        boolean down = !type.equals("mouseMoved") || modifiers >= 0;
        browser.call(
                "Input.dispatchMouseEvent",
                "type",
                type,
                "x",
                x,
                "y",
                y,
                "button",
                type.equals("mouseMoved") ? "none" : "left",
                "buttons",
                down ? 1 : 0,
                "clickCount",
                1,
                "modifiers",
                Math.max(0, modifiers));
    }

    private static double[] placeOf(int vertex, String panel) {
        JsonNode place = browser.value("(() => { const box = byId('canvas-" + panel + "').getBoundingClientRect();"
                + "return [box.left + px(" + vertex + "), box.top + py(" + vertex + ")]; })()");
        return new double[] {place.get(0).asDouble(), place.get(1).asDouble()};
    }

    private static void click(int vertex, String panel) {
        double[] at = placeOf(vertex, panel);
        mouse("mousePressed", at[0], at[1], 0);
        mouse("mouseReleased", at[0], at[1], 0);
    }

    private static void key(String key, int modifiers) {
        for (String type : List.of("keyDown", "keyUp")) {
            browser.call("Input.dispatchKeyEvent", "type", type, "key", key, "modifiers", modifiers);
        }
    }

    private static void assertSilent() {
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.events("Log.entryAdded")).isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
                .allSatisfy(request ->
                        assertThat(request.at("/request/url").asText()).matches("(?s)(file|blob|data|about):.*"));
    }

    /** What the page says of the state it is in is what the program says of it. */
    private static void assertAnswers(Graph graph) throws InterruptedException {
        rest();
        JsonNode state = browser.value(
                "({side: Array.from(state.side), L: state.L, Dx: state.Dx, Dh: state.Dh, T: state.T, walks: answers.walks,"
                        + " bounds: answers.bounds, dimension: answers.dimension, boundary: Array.from(boundary), deep: answers.deep})");
        int n = graph.vertexCount();
        int[] chosen = IntStream.range(0, n)
                .filter(v -> state.get("side").get(v).asInt() == 1)
                .toArray();
        VertexSet side = VertexSet.of(n, chosen);
        if (!side.isProper()) {
            assertThat(state.get("walks").isNull()).isTrue();
            return;
        }
        Target target = state.get("T").asInt() < 0
                ? Target.graph()
                : Target.vertex(state.get("T").asInt());
        int depth = state.get("L").asInt();
        SeparationAnalysis analysis = SeparationAnalysis.of(new SeparationProblem(
                graph,
                side,
                target,
                depth,
                state.get("Dx").asInt(),
                state.get("Dh").asInt()));
        assertThat(state.get("deep").asBoolean()).isTrue();
        assertThat(state.get("walks").get(depth - 1).asText())
                .isEqualTo(analysis.walkIndex().toString());
        VertexSet boundary = side.boundary(graph);
        for (int v = 0; v < n; v++) {
            assertThat(state.get("boundary").get(v).asInt() == 1).isEqualTo(boundary.contains(v));
        }
        double upper = Double.POSITIVE_INFINITY;
        double lower = 0;
        for (JsonNode bound : state.get("bounds")) {
            if (bound.get("side").asText().equals("upper") && !bound.get("nats").isNull()) {
                upper = Math.min(upper, bound.get("nats").asDouble());
            } else if (!bound.get("nats").isNull()) {
                lower = Math.max(lower, bound.get("nats").asDouble());
            }
        }
        assertThat(upper).isCloseTo(analysis.upper().nats(), within(1e-9));
        assertThat(lower).isCloseTo(analysis.bounds().tightestLower().nats(), within(1e-9));
        analysis.interactionDimension()
                .ifPresent(known ->
                        assertThat(state.at("/dimension/value").asInt()).isEqualTo(known.value()));
    }

    private static Graph graph() throws IOException {
        return GraphReader.read(Path.of(KARATE)).graph();
    }

    @Test
    void itOpensWithAnAnswer() throws Exception {
        assertThat(text("answer"))
                .isEqualTo(
                        "A depth-3 network can tie these 17 vertices to the other 17 through 13 boundary vertices and 14"
                                + " independent channels: walk index 869, ln of the separation rank between 211 and 388.");
        assertAnswers(graph());
        assertThat(browser.value("document.querySelectorAll('#edges tbody tr').length")
                        .asInt())
                .isEqualTo(5);
        assertThat(text("command"))
                .startsWith("seprank analyze graphs/karate.graphml --partition 0-8,10-13,16,17,19,21 --depth 3");
        assertSilent();
    }

    @Test
    void aClickMovesAVertexAndUndoBringsItBack() throws Exception {
        String before = side();
        click(33, "a");
        assertThat(side()).isEqualTo(before + ",33");
        assertAnswers(graph());
        click(0, "b");
        assertThat(side()).startsWith("1-8");
        key("z", 2);
        key("z", 2);
        assertThat(side()).isEqualTo(before);
        key("Z", 10);
        assertThat(side()).isEqualTo(before + ",33");
        assertAnswers(graph());
        assertSilent();
    }

    @Test
    @Tag("slow")
    void aDoubleClickTakesTheNeighbourhood() throws Exception {
        click(11, "a");
        click(11, "a");
        assertThat(side()).isEqualTo("0,11");
        assertAnswers(graph());
    }

    private static void touch(String type, double... places) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (int i = 0; i < places.length; i += 2) {
            points.add(Map.of("x", places[i], "y", places[i + 1], "id", i));
        }
        browser.call("Input.dispatchTouchEvent", "type", type, "touchPoints", points);
    }

    /** A finger that taps moves a vertex; two that spread enlarge the drawing. */
    @Test
    void fingersDoWhatThePointerDoes() throws Exception {
        browser.call("Emulation.setTouchEmulationEnabled", "enabled", true, "maxTouchPoints", 2);
        try {
            String before = side();
            double[] at = placeOf(20, "a");
            touch("touchStart", at);
            touch("touchEnd");
            rest();
            assertThat(side()).isNotEqualTo(before);
            double scale = browser.value("camera.scale").asDouble();
            touch("touchStart", at[0] - 20, at[1], at[0] + 20, at[1]);
            touch("touchMove", at[0] - 40, at[1], at[0] + 40, at[1]);
            touch("touchEnd");
            assertThat(browser.value("camera.scale").asDouble() / scale).isBetween(1.5, 2.5);
            assertAnswers(graph());
            assertSilent();
        } finally {
            browser.call("Emulation.setTouchEmulationEnabled", "enabled", false);
        }
    }

    private static void drag(int modifiers, double... corners) {
        mouse("mousePressed", corners[0], corners[1], modifiers);
        for (int i = 2; i < corners.length; i += 2) {
            mouse("mouseMoved", corners[i], corners[i + 1], modifiers);
        }
        mouse("mouseReleased", corners[corners.length - 2], corners[corners.length - 1], modifiers);
    }

    /** Around one vertex, whose neighbours in the drawing are further away. */
    private static double[] around(int vertex) {
        double[] at = placeOf(vertex, "a");
        return new double[] {
            at[0] - 11, at[1] - 11, at[0] + 11, at[1] - 11, at[0] + 11, at[1] + 11, at[0] - 11, at[1] + 11
        };
    }

    @Test
    void aLassoTakesInAndOut() throws Exception {
        drag(8, around(26));
        assertThat(side()).endsWith(",26");
        drag(1, around(26));
        assertThat(side()).doesNotContain("26");
        drag(1, around(16));
        assertThat(side()).doesNotContain("16");
        String before = side();
        drag(0, around(26)); // moves the drawing
        assertThat(side()).isEqualTo(before);
        browser.value("byId('lasso').click()");
        drag(0, around(26));
        assertThat(side()).endsWith(",26");
        assertAnswers(graph());
        assertSilent();
    }

    @Test
    void keysDoWhatThePointerDoes() throws Exception {
        browser.value("byId('canvas-a').focus()");
        assertThat(browser.value("pointed.focus").asInt()).isZero();
        key(" ", 0);
        assertThat(side()).startsWith("1-8");
        key("ArrowRight", 0);
        int next = browser.value("pointed.focus").asInt();
        assertThat(graph().edgeBetween(0, next)).isGreaterThanOrEqualTo(0);
        key("ArrowLeft", 2);
        key("t", 0);
        assertThat(browser.value("state.T").asInt())
                .isEqualTo(browser.value("pointed.focus").asInt());
        assertAnswers(graph());
        key("t", 0);
        assertThat(browser.value("state.T").asInt()).isEqualTo(-1);
        key("b", 0);
        assertThat(side())
                .isEqualTo(browser.value("sideText(ball(pointed.focus, 1))").asText());
        double scale = browser.value("camera.scale").asDouble();
        key("+", 0);
        assertThat(browser.value("camera.scale").asDouble()).isGreaterThan(scale);
        key("0", 0);
        assertThat(browser.value("camera.scale").asDouble()).isEqualTo(scale);
        String before = side();
        key("s", 0);
        key("Enter", 0);
        key("ArrowRight", 0);
        key("ArrowDown", 0);
        key("Enter", 0);
        assertThat(browser.value("pointed.box").isNull()).isTrue();
        assertThat(side().length()).isGreaterThanOrEqualTo(before.length());
        for (String step : List.of("]", "]", "[", "PageDown", "End")) {
            key(step, 0);
        }
        assertThat(browser.value("state.k").asInt()).isEqualTo(78);
        rest();
        assertThat(text("answer")).contains("walk index 0");
        key("Home", 0);
        assertAnswers(graph());
        assertSilent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99",
                "0-99",
                "5-2",
                "x",
                "0,,x",
                "\"0",
                "-1",
                "0-",
                "attribute:faction=Nobody",
                "1.5",
                "0x1",
                "<b>"
            })
    void textThatMeansNothingIsRefusedAndChangesNothing(String wrong) throws Exception {
        String before = side();
        browser.value("(() => { const f = byId('side'); f.value = " + quoted(wrong)
                + "; f.dispatchEvent(new Event('change')); })()");
        assertThat(browser.value("byId('side').getAttribute('aria-invalid')").asText())
                .isEqualTo("true");
        assertThat(text("wrong")).isNotEmpty();
        assertThat(side()).isEqualTo(before);
        assertSilent();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0-3, 7|0-3,7",
                "attribute:faction=Officer|9,14,15,18,20,22-33",
                "5|5",
                "'0,1, 2'|0-2",
                "\"4\",6|4,6"
            })
    @Tag("slow")
    void textIsReadAsThePartitionOfACommand(String written, String meant) throws Exception {
        browser.value("(() => { const f = byId('side'); f.value = " + quoted(written)
                + "; f.dispatchEvent(new Event('change')); })()");
        assertThat(side()).isEqualTo(meant);
        assertAnswers(graph());
    }

    @Test
    @Tag("slow")
    void stepsOfTwoOrdersAreShownAndSaidForTheFirst() throws Exception {
        browser.value("scrub(23)");
        rest();
        assertThat(text("answer")).contains("walk index 169");
        assertThat(text("caption-b")).contains("walk index");
        assertThat(text("command")).contains("rewire graphs/karate.graphml --method wis --depth 3 --remove 23");
        String first = text("caption-a");
        browser.value("byId('exchange').click()");
        rest();
        assertThat(text("caption-b")).isEqualTo(first);
        browser.value("byId('method-a').value = 'wis:3'; byId('method-a').dispatchEvent(new Event('change'))");
        rest();
        browser.value("document.querySelector('#edges tbody button').click()");
        rest();
        assertThat(browser.value("state.a").asText()).isEqualTo("own");
        assertThat(browser.value("state.own.length").asInt()).isEqualTo(24);
        assertThat(browser.value("editsText().split('\\n').length").asInt()).isEqualTo(26);
        assertSilent();
    }

    @Test
    @Tag("slow")
    void anotherDepthHasAnOrderOfItsOwn() throws Exception {
        browser.value("(() => { const f = byId('depth'); f.value = '2'; f.dispatchEvent(new Event('change')); })()");
        assertAnswers(graph());
        browser.value("chooseMethod('b', 'wis')");
        rest();
        assertThat(browser.value("state.b").asText()).isEqualTo("wis:2");
        assertThat(browser.value("editsIn('b').length").asInt()).isEqualTo(78);
        browser.value("(() => { const f = byId('depth'); f.value = '64'; f.dispatchEvent(new Event('change')); })()");
        rest();
        assertThat(text("answer")).matches("(?s).*walk index \\d\\.\\d{3}e\\d+.*");
        assertSilent();
    }

    @Test
    void aSavedViewOpensAsItWas() throws Exception {
        click(33, "a");
        browser.value("edit('network', () => { state.L = 2; })");
        browser.value("scrub(5)");
        rest();
        String said = text("answer");
        Path saved = folder.resolve("saved.html");
        Files.writeString(saved, browser.value("savedPage()").asText());
        open(saved, "");
        assertThat(text("answer")).isEqualTo(said);
        assertThat(browser.value("past.length").asInt()).isZero();
        assertThat(browser.value("document.querySelectorAll('#method-a option').length")
                        .asInt())
                .isBetween(4, 5);
        assertSilent();
    }

    @Test
    @Tag("slow")
    void theAddressKeepsTheState() throws Exception {
        browser.value("edit('network', () => { state.T = 5; state.Dx = 4; })");
        click(20, "a");
        browser.value("scrub(9)");
        rest();
        String said = text("answer");
        String address = browser.value("fragment()").asText();
        open(karate, address);
        assertThat(text("answer")).isEqualTo(said);
        assertThat(browser.value("location.hash").asText()).contains("I=");
    }

    /** Hands that do not wait: what is said in the end is what a page says that begins there. */
    @Test
    void theLastAnswerIsThatOfTheLastQuestion() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            switch (random.nextInt(6)) {
                case 0 -> browser.value("scrub(" + random.nextInt(79) + ")");
                case 1 -> browser.value("edit('network', () => { state.L = " + random.nextInt(1, 5) + "; })");
                case 2 -> browser.value(random.nextBoolean() ? "undo()" : "redo()");
                case 3 -> browser.value("edit('network', () => { state.T = " + random.nextInt(-1, 34) + "; })");
                case 4 -> browser.value("byId('exchange').click()");
                default -> browser.value("toggle(" + random.nextInt(34) + ")");
            }
        }
        browser.value("choose(parsedSide('0-15'))");
        rest();
        String said = text("answer");
        String captions = text("caption-a") + text("caption-b");
        String address = browser.value("fragment()").asText();
        assertSilent();
        open(karate, address);
        assertThat(text("answer")).isEqualTo(said);
        assertThat(text("caption-a") + text("caption-b")).isEqualTo(captions);
    }

    @Test
    @Tag("slow")
    void searchesThatAreStoppedLeaveWhatNeedsNone() throws Exception {
        click(20, "a");
        browser.value("stopDeep()");
        assertThat(text("answer")).endsWith("as far as was searched before it was stopped.");
        click(21, "a");
        assertAnswers(graph());
        assertSilent();
    }

    static Map<String, Graph> kinds() {
        return Map.of(
                "no-vertices", Graph.undirected(0, new int[0][]),
                "one-vertex", Graph.undirected(1, new int[0][]),
                "no-edges", Graph.undirected(5, new int[0][]),
                "directed", Graph.directed(4, new int[][] {{0, 1}, {1, 2}, {2, 0}, {2, 3}}),
                "apart", Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {3, 4}, {4, 5}}));
    }

    @ParameterizedTest
    @CsvSource({
        "no-vertices, The graph has no vertices.",
        "one-vertex, One vertex has no other side",
        "no-edges, cannot tie",
        "directed, A depth-3 network",
        "apart, A depth-3 network"
    })
    @Tag("slow")
    void everyKindOfGraphHasItsSentence(String kind, String sentence) throws Exception {
        Graph graph = Objects.requireNonNull(kinds().get(kind));
        open(page(kind, graph, 3), graph.vertexCount() > 2 ? "#I=0,1" : "");
        assertThat(text("answer")).contains(sentence);
        if (kind.equals("directed")) {
            assertThat(text("aside")).contains("in-neighbour");
        } else if (kind.equals("apart")) {
            assertThat(text("aside")).contains("2 components");
        } else if (kind.equals("no-edges")) {
            assertThat(text("aside")).contains("no edges");
        }
        if (graph.vertexCount() > 2) {
            assertAnswers(graph);
            browser.value("choose(new Int8Array(n))");
            rest();
            assertThat(text("answer")).startsWith("Choose some vertices");
            browser.value("choose(new Int8Array(n).fill(1))");
            rest();
            assertThat(text("answer")).startsWith("Choose some vertices, not all");
        }
        assertSilent();
    }

    @Test
    void namesAreTextWhateverIsInThem() throws Exception {
        GraphBuilder builder = GraphBuilder.named(false);
        List<String> names = List.of(
                "</script><script>alert(1)</script>",
                "<img src=x onerror=alert(2)>",
                "\u202Eright to left",
                "x".repeat(10_000),
                "\uD83D\uDE00",
                "a,b\"c",
                "labels=1",
                "{{data}}");
        names.forEach(builder::vertex);
        for (int v = 1; v < names.size(); v++) {
            builder.edge(0, v);
        }
        open(page("hostile", builder.build(), 2), "");
        assertThat(browser.value("Array.from({length: n}, (_, v) => idOf(v))")).hasSize(names.size());
        for (int v = 0; v < names.size(); v++) {
            assertThat(browser.value("idOf(" + v + ")").asText()).isEqualTo(names.get(v));
            browser.value("pointAt(" + v + ")");
        }
        browser.value("choose(new Int8Array(n).fill(1, 0, 4))");
        rest();
        browser.value("choose(parsedSide(sideText()))");
        rest();
        assertThat(browser.value("Array.from(state.side).join('')").asText()).isEqualTo("11110000");
        assertThat(browser.value("document.images.length").asInt()).isZero();
        assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .isTrue();
        Path saved = folder.resolve("hostile-saved.html");
        Files.writeString(saved, browser.value("savedPage()").asText());
        open(saved, "");
        assertThat(browser.value("idOf(0)").asText()).isEqualTo(names.get(0));
        assertThat(browser.events("Page.javascriptDialogOpening")).isEmpty();
        assertSilent();
    }

    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1280, light", "1280, dark", "1280, forced"})
    void nothingIsWiderThanTheScreenAndAccessRulesHold(int width, String scheme) throws Exception {
        browser.call(
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                900,
                "deviceScaleFactor",
                1,
                "mobile",
                false);
        browser.call(
                "Emulation.setEmulatedMedia",
                "features",
                List.of(
                        Map.of("name", "prefers-color-scheme", "value", scheme.equals("forced") ? "dark" : scheme),
                        Map.of("name", "forced-colors", "value", scheme.equals("forced") ? "active" : "none")));
        open(karate, "");
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertSilent();
        String axe = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = ExplorePageTest.class.getClassLoader().getResourceAsStream(axe)) {
            if (in != null) {
                browser.value(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; 1");
                JsonNode violations = browser.value(
                        "axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')))");
                assertThat(violations).isEmpty();
            }
        }
    }

    @Test
    void theListOfVerticesIsEnough() throws Exception {
        browser.value("byId('find').value = '33'; byId('find').oninput({ target: byId('find') })");
        assertThat(browser.value("document.querySelectorAll('.vertex').length").asInt())
                .isEqualTo(1);
        browser.value("document.querySelector('.vertex input').click()");
        assertThat(side()).endsWith(",33");
        browser.value("byId('find').value = ''; byId('find').oninput({ target: byId('find') })");
        browser.value("document.querySelector('.vertex input').focus()");
        key("ArrowDown", 0);
        assertThat(browser.value("document.activeElement.dataset.vertex").asText())
                .isEqualTo("1");
        assertAnswers(graph());
        assertSilent();
    }

    @Test
    void drawingsCanBeKept() {
        String svg = browser.value("drawingSvg(panels[0])").asText();
        assertThat(svg)
                .startsWith("<svg")
                .contains("<title>karate: I as squares")
                .doesNotContain("NaN");
        assertThat(svg.split("<circle", -1)).hasSize(18);
        assertThat(svg.split("<rect", -1)).hasSize(18);
    }

    @Test
    void bytesAreWithinTheBudget() throws IOException {
        try (InputStream in = ExplorePage.class.getResourceAsStream("engine.js")) {
            int engine = in.readAllBytes().length;
            assertThat(engine).isLessThanOrEqualTo(450_000);
            assertThat(Files.size(karate)).isLessThanOrEqualTo(engine + 120_000L);
        }
    }
}
