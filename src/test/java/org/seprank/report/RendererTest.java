package org.seprank.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.NetworkDrawing;
import org.seprank.report.chart.Series;

class RendererTest {
    private static final Table TABLE = new Table(
            "pairs",
            "Some pairs",
            List.of("name", "large_number", "log"),
            List.of(
                    List.of(Value.of("a,\"b\""), Value.of(BigInteger.TEN.pow(20)), Value.marked(Value.of(1.5))),
                    List.of(Value.of("c"), Value.missing(), Value.of(Double.POSITIVE_INFINITY))));

    private static final Document DOCUMENT = Document.of("test")
            .add(Facts.of("facts", "Facts").add("vertices", 34).add("source", "karate"))
            .add(TABLE)
            .note("Take note.")
            .build();

    @Test
    void textAlignsNumbersToTheRightAndMarksBehindThem() {
        assertThat(TextRenderer.render(DOCUMENT)).isEqualTo("""
                Facts
                  vertices  34
                  source    karate

                Some pairs
                  name   large number     log
                  a,"b"          1e20  1.500*
                  c                 -    inf\s

                Take note.
                """.replace("inf \n", "inf\n"));
    }

    @Test
    void textShowsAtMostFortyRowsAndSaysHowManyMore() {
        Table table = new Table(
                "many",
                "Many",
                List.of("n"),
                IntStream.range(0, 45).mapToObj(i -> List.of(Value.of(i))).toList());
        assertThat(TextRenderer.table(table)).contains("  39\n  .. and 5 more").doesNotContain("  40\n");
    }

    @Test
    void csvQuotesAndKeepsFullPrecision() {
        assertThat(CsvRenderer.render(TABLE))
                .isEqualTo("name,large_number,log\n\"a,\"\"b\"\"\",100000000000000000000,1.5\nc,,inf\n");
    }

    @Test
    void jsonHasASchemaAndAnObjectARow() throws Exception {
        JsonNode json = new ObjectMapper().readTree(JsonRenderer.render(DOCUMENT));
        assertThat(json.get("schema").asText()).isEqualTo("seprank/test/2");
        assertThat(json.at("/facts/vertices").asInt()).isEqualTo(34);
        assertThat(json.at("/pairs/0/large_number")).isEqualTo(TextNode.valueOf("100000000000000000000"));
        assertThat(json.at("/pairs/0/log").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/pairs/1/large_number").isNull()).isTrue();
        assertThat(json.at("/pairs/1").toString())
                .isEqualTo("{\"name\":\"c\",\"large_number\":null,\"large_number_reason\":\"not applicable\","
                        + "\"log\":null,\"log_reason\":\"infinite\"}");
        assertThat(json.at("/notes/0").asText()).isEqualTo("Take note.");
    }

    @Test
    void figuresAreWordsInTextAndDataInJsonAndNothingInCsv() throws Exception {
        Series series = Series.of("loss", List.of(Series.Point.of(1, 4), Series.Point.of(2, Double.POSITIVE_INFINITY)));
        LineChart chart = new LineChart("Loss", Axis.linear("epoch"), Axis.linear("loss"), List.of(series));
        Document document = Document.of("test")
                .add(TABLE)
                .add(new Block.Figure("loss", "Training", chart))
                .build();
        assertThat(TextRenderer.render(document)).endsWith("\nTraining\n  " + chart.description() + "\n  loss  ▅\n");
        JsonNode figure =
                new ObjectMapper().readTree(JsonRenderer.render(document)).at("/figures/loss");
        assertThat(figure.get("title").asText()).isEqualTo("Training");
        assertThat(figure.get("description").asText()).isEqualTo(chart.description());
        assertThat(figure.at("/data/0").toString())
                .isEqualTo("{\"series\":\"loss\",\"x\":1.0,\"y\":4.0,\"low\":null,\"low_reason\":\"undefined\","
                        + "\"high\":null,\"high_reason\":\"undefined\"}");
        assertThat(figure.at("/data/1/y_reason").asText()).isEqualTo("infinite");
        assertThat(document.tables()).containsExactly(TABLE);
        assertThat(document.figures()).hasSize(1);
    }

    private static final Block.Question QUESTION = new Block.Question(
            "analyze karate.graphml",
            "0.1.0",
            Map.of("depth", Value.of(3)),
            List.of(new Block.Input("graph", "karate.graphml", "ab12cd34ef567890")));

    @Test
    void jsonHasTheQuestionFirstAndTheRunLast() {
        Block.Run run = new Block.Run("17", "Linux amd64", 2, 2_048, 0.5, List.of());
        Document document = new Document("test", List.of(run, TABLE, QUESTION, new Block.Note("n")));
        JsonNode json = JsonRenderer.tree(document);
        assertThat(json.fieldNames()).toIterable().containsExactly("schema", "question", "pairs", "notes", "run");
        assertThat(json.get("question").toString())
                .isEqualTo("{\"command\":\"analyze karate.graphml\",\"version\":\"0.1.0\",\"settings\":{\"depth\":3},"
                        + "\"inputs\":[{\"role\":\"graph\",\"location\":\"karate.graphml\","
                        + "\"sha256\":\"ab12cd34ef567890\"}]}");
        assertThat(json.get("run").toString())
                .isEqualTo("{\"java\":\"17\",\"system\":\"Linux amd64\",\"processors\":2,\"memory_limit\":2048,"
                        + "\"seconds\":0.5}");
    }

    @Test
    void theQuestionIsALineInTheOtherForms() {
        Document document = new Document("test", List.of(TABLE, QUESTION));
        String line = "analyze karate.graphml, depth 3; seprank 0.1.0; graph sha256 ab12cd34ef56\n";
        assertThat(TextRenderer.render(document)).endsWith("\nQuestion: " + line);
        assertThat(CsvRenderer.render(document, TABLE.key())).startsWith("# question: " + line + "name,");
        assertThat(MarkdownRenderer.render(document)).endsWith("\nQuestion: " + line);
        assertThat(LatexRenderer.render(document)).endsWith("\n% question: " + line);
        assertThat(HtmlRenderer.render(document)).contains("<dt>graph karate.graphml</dt><dd>sha256 ab12cd34ef567890");
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740991, 9007199254740991",
        "9007199254740992, '\"9007199254740992\"'",
        "-9007199254740992, '\"-9007199254740992\"'",
        "-9007199254740991, -9007199254740991"
    })
    void wholeNumbersThatDoublePrecisionCannotTellApartAreStrings(BigInteger number, String json) {
        Document document =
                Document.of("test").add(Facts.of("f", "F").add("n", number)).build();
        assertThat(JsonRenderer.tree(document).at("/f/n").toString()).isEqualTo(json);
    }

    @Test
    void machinesGetNumbersWherePeopleGetWords() {
        Facts facts = Facts.of("f", "F")
                .add("time", Value.duration(90))
                .add("memory", Value.bytes(2048))
                .add("directed", false)
                .add("tightest", Value.tick(false))
                .add("share", Value.parsed("0.10"))
                .add("width", Value.parsed("8"))
                .add("all", Value.parsed("true"))
                .add("rule", Value.parsed("10%"))
                .add("gap", Double.NaN)
                .add("depth", Value.none());
        assertThat(facts.values().values().stream().map(Value::text))
                .containsExactly("90.0 s", "2 KiB", "no", "", "0.10", "8", "yes", "10%", "-", "-");
        Document document = Document.of("test").add(facts).build();
        assertThat(JsonRenderer.tree(document).get("f").toString())
                .isEqualTo("{\"time\":90.0,\"memory\":2048,\"directed\":false,\"tightest\":false,\"share\":0.1,"
                        + "\"width\":8,\"all\":true,\"rule\":\"10%\",\"gap\":null,\"gap_reason\":\"undefined\"}");
        assertThat(CsvRenderer.line(List.copyOf(facts.values().values())))
                .isEqualTo("90.0,2048,false,false,0.1,8,true,10%,,\n");
    }

    @Test
    void factsAndBlocksHaveDifferentNames() {
        Facts facts = Facts.of("f", "F").add("n", 1);
        assertThatThrownBy(() -> facts.add("n", 2)).hasMessage("facts 'f' have 'n' twice");
        Document twice = Document.of("test").add(facts).add(facts).build();
        assertThatThrownBy(() -> JsonRenderer.tree(twice)).hasMessage("two blocks have the key 'f'");
    }

    @Test
    void figureKeysNameFilesAndElements() {
        NetworkDrawing drawing = new NetworkDrawing("t", "s", List.of(), List.of());
        assertThatThrownBy(() -> new Block.Figure("a/b", "T", drawing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a/b'");
    }

    @Test
    void rowsOfTheWrongLengthAreRefused() {
        assertThatThrownBy(() -> new Table("t", "T", List.of("a", "b"), List.of(List.of(Value.of(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'t' has 2 columns but a row of 1");
    }

    @Test
    void aMissingTableIsNamed() {
        assertThatThrownBy(() -> DOCUMENT.table("none")).hasMessage("no table 'none', only [pairs]");
        assertThat(DOCUMENT.table("pairs")).isEqualTo(TABLE);
    }
}
