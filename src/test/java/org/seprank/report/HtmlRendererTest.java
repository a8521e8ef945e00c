package org.seprank.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;

class HtmlRendererTest {
    private static final String WILD = "</script><script>alert(\"1\")</script><!-- & \u0001";
    private static final Document DOCUMENT = document();

    /** Names that would break a page that did not escape them, in every place. */
    static Document document() {
        Series series = Series.of(WILD, List.of(Series.Point.of(1, 4), Series.Point.of(2, 2)));
        return Document.of("test")
                .add(new Block.Question("test", "0.1.0", Map.of("experiment", Value.of("karate")), List.of()))
                .add(new Table(
                        "pairs",
                        "Pairs, " + WILD,
                        List.of("name", "large_number", "log"),
                        List.of(
                                List.of(Value.of(WILD), Value.of(BigInteger.TEN.pow(20)), Value.marked(Value.of(1.5))),
                                List.of(Value.of("b"), Value.missing(), Value.of(Double.POSITIVE_INFINITY)),
                                List.of(Value.of("a"), Value.of(9), Value.of(Double.NaN)),
                                List.of(Value.of("c"), Value.of(-10), Value.of(-0.25)))))
                .note("Under the table: " + WILD)
                .add(Facts.of("graph", "Graph").add("source", "karate " + WILD).add("vertices", 34))
                .add(new Block.Figure(
                        "loss", "Loss", new LineChart(WILD, Axis.linear(WILD), Axis.linear("y"), List.of(series))))
                .build();
    }

    @Test
    void whatItIsAboutComesFirstThenTheFigureThenTablesThenWhatMadeThem() {
        String page = HtmlRenderer.render(DOCUMENT);
        assertThat(page)
                .containsSubsequence("<h1>karate", "34 vertices", ">Loss</h2>", "<svg", ">Pairs, &lt;", "<table");
        assertThat(page).containsSubsequence("</table>", "Under the table", "<footer>", "application/json");
    }

    @Test
    void theDocumentIsEmbeddedAsJsonThatCannotEndItsElement() throws Exception {
        String page = HtmlRenderer.render(DOCUMENT);
        Matcher json = Pattern.compile("id=\"document\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(json.find()).isTrue();
        assertThat(json.group(1)).doesNotContain("<");
        JsonNode read = new ObjectMapper().readTree(json.group(1));
        assertThat(read).isEqualTo(new ObjectMapper().readTree(JsonRenderer.render(DOCUMENT)));
        assertThat(read.at("/pairs/0/name").asText()).isEqualTo(WILD);
    }

    @Test
    void namesCannotBecomeMarkup() {
        String page = HtmlRenderer.render(DOCUMENT);
        assertThat(page).doesNotContain("alert(\"1\")").doesNotContain("<!--").doesNotContain("\u0001");
        assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(2);
    }

    @Test
    void nothingIsFetched() {
        String page = HtmlRenderer.render(DOCUMENT).replace("http://www.w3.org/2000/svg", "");
        assertThat(page)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=\"")
                .doesNotContain("@import")
                .doesNotContain("url(");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void numbersCarryTheirValueAndMissingOnesSaySo() {
        String page = HtmlRenderer.render(DOCUMENT);
        assertThat(page)
                .contains("<td data-number=\"1.0E20\">1e20</td>")
                .contains("<td data-number=\"1.5\"><strong>1.5</strong></td>")
                .contains("<td data-missing>-</td>")
                .contains("<td data-number=\"Infinity\"><i>none</i></td>");
        assertThat(Pattern.compile("<td data-missing>-</td>").matcher(page).results())
                .hasSize(2);
    }

    @Test
    void longTablesGoOnInTheJson() {
        List<List<Value>> rows =
                IntStream.range(0, 2_010).mapToObj(i -> List.of(Value.of(i))).toList();
        String page = HtmlRenderer.render(Document.of("t")
                .add(new Table("long", "Long", List.of("n"), rows))
                .build());
        assertThat(Pattern.compile("<tr>").matcher(page).results()).hasSize(2_001);
        assertThat(page).contains(".. and 10 more rows in the JSON", "\"n\" : 2009");
    }

    @Test
    void equalDocumentsAreEqualPages() {
        assertThat(HtmlRenderer.render(document())).isEqualTo(HtmlRenderer.render(DOCUMENT));
    }
}
