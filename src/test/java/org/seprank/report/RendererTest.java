package org.seprank.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.NetworkDrawing;
import org.seprank.report.chart.Series;

class RendererTest {
    private static final Block.Table TABLE = new Block.Table(
            "pairs",
            "Some pairs",
            List.of("name", "large_number", "log"),
            List.of(
                    List.of(Value.of("a,\"b\""), Value.of(BigInteger.TEN.pow(20)), Value.marked(Value.of(1.5))),
                    List.of(Value.of("c"), Value.missing(), Value.of(Double.POSITIVE_INFINITY))));

    private static final Document DOCUMENT = Document.of("test")
            .facts("facts", "Facts", "vertices", Value.of(34), "source", Value.of("karate"))
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
        Block.Table table = new Block.Table(
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
        assertThat(json.get("schema").asText()).isEqualTo("seprank/test/1");
        assertThat(json.at("/facts/vertices").asInt()).isEqualTo(34);
        assertThat(json.at("/pairs/0/large_number").bigIntegerValue()).isEqualTo(BigInteger.TEN.pow(20));
        assertThat(json.at("/pairs/0/log").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/pairs/1/large_number").isNull()).isTrue();
        assertThat(json.at("/pairs/1/log").asText()).isEqualTo("inf");
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
                .isEqualTo("{\"series\":\"loss\",\"x\":1.0,\"y\":4.0,\"low\":null,\"high\":null}");
        assertThat(figure.at("/data/1/y").asText()).isEqualTo("inf");
        assertThat(document.tables()).containsExactly(TABLE);
        assertThat(document.figures()).hasSize(1);
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
        assertThatThrownBy(() -> new Block.Table("t", "T", List.of("a", "b"), List.of(List.of(Value.of(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'t' has 2 columns but a row of 1");
    }

    @Test
    void aMissingTableIsNamed() {
        assertThatThrownBy(() -> DOCUMENT.table("none")).hasMessage("no table 'none', only [pairs]");
        assertThat(DOCUMENT.table("pairs")).isEqualTo(TABLE);
    }
}
