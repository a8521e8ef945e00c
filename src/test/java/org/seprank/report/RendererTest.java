package org.seprank.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
