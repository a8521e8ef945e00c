package org.seprank.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;

class PageTest {
    private static LineChart chart(String title) {
        List<Series> series = new ArrayList<>();
        for (String name : List.of("low", "high")) {
            double last = name.equals("high") ? 9 : 1;
            series.add(Series.of(name, List.of(Series.Point.of(1, 3), Series.Point.of(8, last))));
        }
        return new LineChart(title, Axis.linear("depth"), Axis.log10("walk index"), series);
    }

    private static Table table(String key, String title, int rows, String... columns) {
        List<List<Value>> cells = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            int row = r;
            cells.add(Arrays.stream(columns)
                    .map(name -> name.equals("partition") ? Value.of("I") : Value.of(0.123456 * row))
                    .toList());
        }
        return new Table(key, title, List.of(columns), cells);
    }

    private static String page(Document.Builder document) {
        return HtmlRenderer.render(document.build());
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void theHeadlineStandsUnderTheTitleAndTheVerdictInTheTitle() {
        Table verdict = new Table(
                "verdict",
                "Verdict",
                List.of("statement", "held"),
                List.of(
                        List.of(Value.of("ranks grow"), Value.of(true)),
                        List.of(Value.of("ranks fall"), Value.of(false))));
        String page = page(Document.of("experiment")
                .note("Claim: ranks grow.")
                .add(verdict)
                .note("A remark.")
                .add(new Block.Question("x", "1", Map.of("experiment", Value.of("growth")), List.of())));
        assertThat(page).contains("<h1>growth: 1 of 2 statements hold</h1>");
        assertThat(page)
                .containsSubsequence(
                        "<p class=\"lead\">Claim", "<p class=\"note\">A remark.", "ranks grow <b>held</b>", "<main>")
                .contains("ranks fall <b>did not hold</b>")
                .doesNotContain("<h2");
    }

    @Test
    void withoutASentenceOfTheStudyTheFirstFigureLeadsAndSaysItOnce() {
        String page = page(Document.of("compare")
                .add(table("compared", "Methods", 3, "edits"))
                .add(new Block.Figure("walks", "Walks", chart("Walks"))));
        assertThat(page)
                .contains("<p class=\"lead\">Walk index at depth 8: high 9, low 1.</p>")
                .doesNotContain("<figcaption>");
        assertThat(page).containsSubsequence(">Walks</h2>", ">Methods</h2>");
    }

    @Test
    void figuresStandAboveTheirTableWhichIsFoldedAndAllElseKeepsItsOrder() {
        String page = page(Document.of("analyze")
                .note("Lead.")
                .add(table("first", "First of all", 2, "a", "b"))
                .add(table("walks", "Walk index by depth; more", 4, "a", "b"))
                .add(table("last", "Last of all", 2, "a", "b"))
                .add(new Block.Figure("walks", "Walk index by depth", chart("Walk index by depth"))));
        assertThat(all(page, "<h2[^>]*>(.*?)</h2>"))
                .containsExactly("Walk index by depth", "First of all", "Last of all");
        assertThat(page).containsSubsequence("<figure>", "<figcaption>", "<summary>Table, 4 rows</summary>", "<table");
    }

    @Test
    void titlesAreVisibleOnceAndNotInThePicture() {
        String page = page(Document.of("t")
                .note("Lead.")
                .add(new Block.Figure("walks", "Walk index by depth", chart("Walk index by depth"))));
        String visible = page.replaceAll("(?s)<(title|desc|script)\\b.*?</\\1>", "");
        assertThat(Pattern.compile("Walk index by depth").matcher(visible).results())
                .hasSize(1);
    }

    @Test
    void noTwoSectionsHaveOneTitle() {
        String page = page(Document.of("t")
                .add(table("a", "Difference to random removal, gcn, of pairs", 2, "x", "y"))
                .add(table("b", "Difference to random removal, gin, of pairs", 2, "x", "y")));
        assertThat(all(page, "<h2[^>]*>(.*?)</h2>"))
                .containsExactly("Difference to random removal, gcn", "Difference to random removal, gin");
    }

    @Test
    void contentsAreListedFromFiveSectionsOn() {
        Document.Builder few = Document.of("t");
        IntStream.range(0, 4).forEach(i -> few.add(table("t" + i, "Table number " + i, 2, "x", "y")));
        assertThat(page(few)).doesNotContain("<nav");
        few.add(table("t5", "Table number 5", 2, "x", "y"));
        assertThat(all(page(few), "<li><a[^>]*>(.*?)</a>")).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void figuresAreDrawnForTheirWidthWithTextOfElevenPixels() {
        String page = page(Document.of("t").add(new Block.Figure("walks", "Walks", chart("Walks"))));
        double[] least = {864.0, 356.0}; // of the column, where one drawing takes over from the other and at 390 pixels
        List<String> boxes = all(page, "viewBox=\"0 0 ([0-9.]+) ");
        assertThat(boxes).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(11.5 * least[i] / Double.parseDouble(boxes.get(i))).isGreaterThanOrEqualTo(11);
        }
        assertThat(all(page, "font-size=\"(\\d+)\""))
                .allSatisfy(size -> assertThat(Integer.parseInt(size)).isGreaterThanOrEqualTo(12));
    }

    @Test
    void whatIsEqualInAllRowsIsSaidOnceAboveThem() {
        String page = page(Document.of("t").add(table("t", "Title of it", 4, "partition", "loss", "share")));
        assertThat(page).contains("<span>partition <b>I</b></span>").doesNotContain("<td class=\"text\">I</td>");
    }

    @Test
    void repeatedNamesAreHeadingsOfGroupsAndTheMarkedRowIsFirst() {
        List<List<Value>> rows = new ArrayList<>();
        for (String side : List.of("upper", "lower")) {
            for (int i = 1; i <= 4; i++) {
                Value nats = Value.of(side.equals("upper") ? 10.0 / i : i);
                boolean best = i == 4;
                rows.add(List.of(
                        Value.of(side),
                        Value.of(side + i),
                        best ? Value.marked(nats) : i == 1 ? Value.of(Double.POSITIVE_INFINITY) : nats,
                        Value.tick(best)));
            }
        }
        String page = page(Document.of("t")
                .add(new Table("bounds", "Bounds", List.of("side", "bound", "nats", "tightest"), rows)));
        assertThat(page)
                .containsSubsequence(">upper</th>", "upper4", "<strong>2.5</strong>", "upper3", ">lower</th>", "lower4")
                .contains("<i>none</i>")
                .doesNotContain(">tightest<")
                .doesNotContain("inf<");
    }

    @Test
    void fewRowsOfManyColumnsStandUpright() {
        String[] columns = {"a", "b", "c", "d", "e", "f", "g"};
        String page = page(Document.of("t").add(table("t", "Title of it", 2, columns)));
        assertThat(page).contains("<th scope=\"row\" class=\"text\">g</th>").doesNotContain("<thead>");
    }

    @Test
    void tablesOfOneRowDoNotSort() {
        assertThat(page(Document.of("t").add(table("t", "Title of it", 1, "a", "b"))))
                .doesNotContain("<th scope=\"col\" aria-sort");
    }

    @Test
    void numbersAreRoundedToWhatTheyMean() {
        List<List<Value>> rows = List.of(
                List.of(Value.of(22.70588), Value.of(9.99e-5), Value.of(0.04)),
                List.of(Value.of(100.0), Value.of(0.5), Value.missing()),
                List.of(Value.missing(), Value.missing(), Value.missing()));
        String page = page(Document.of("t")
                .add(new Table("t", "Title of it", List.of("mean", "p_value", "removed_percent"), rows)));
        assertThat(all(page, "<td[^>]*>(.*?)</td>")).containsExactly("22.7", "&lt; 0.001", "0.04", "100", "0.5", "-");
        assertThat(page).contains("1 row without a value is in the JSON only");
    }

    @Test
    void provenanceIsOneLineThatUnfolds() {
        String hash = "0123456789abcdef".repeat(4);
        String page = page(Document.of("t")
                .add(new Block.Question(
                        "seprank t",
                        "1.0",
                        Map.of("network", Value.of("{\"kind\":\"gcn\",\"depth\":2}")),
                        List.of(new Block.Input("graph", "g.txt", hash))))
                .add(new Block.Run("17", "Linux", 2, 1024, 1.5, List.of())));
        assertThat(all(page, "<summary id=\"colophon\">(.*?)</summary>"))
                .containsExactly("seprank 1.0 · seprank t · 1.5 s");
        assertThat(page)
                .contains("0123456789ab… <button type=\"button\" class=\"copy\" data-copy=\"" + hash)
                .contains("<summary>kind gcn, depth 2</summary>");
    }

    @Test
    void longTablesScrollInTheirBox() {
        assertThat(page(Document.of("t").add(table("t", "Title of it", 25, "a", "b"))))
                .contains("<div class=\"scroll tall\"");
        assertThat(page(Document.of("t").add(table("t", "Title of it", 24, "a", "b"))))
                .contains("<div class=\"scroll\"")
                .doesNotContain("<div class=\"scroll tall\"");
    }

    @Test
    void answersOnAGraphSayHowToExploreIt() {
        Block.Input graph = new Block.Input("graph", "graphs/karate.graphml", "0");
        Block.Question question = new Block.Question("x", "1", Map.of(), List.of(graph));
        assertThat(page(Document.of("analyze").add(question))).contains("<code>seprank explore graphs/karate.graphml<");
        assertThat(page(Document.of("train").add(question))).doesNotContain("seprank explore");
    }

    @Test
    void largeTablesOfBulkAreFolded() {
        String page = page(Document.of("t")
                .add(table("main", "Main table", 40, "a", "b"))
                .add(table("x_distributions", "Distributions of x", 3, "a", "b"))
                .add(table("long", "A long one", 13, "a", "b")));
        assertThat(all(page, "<details class=\"alone\"><summary><h2[^>]*>(.*?)</h2>"))
                .containsExactly("Distributions of x", "A long one");
    }
}
