package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureEachTest {
    @TempDir
    private Path folder;

    /** The complete graphs of two, three and four vertices. */
    private Path threeGraphs() throws Exception {
        return Files.writeString(folder.resolve("many.g6"), "A_\nBw\nC~\n");
    }

    private List<CSVRecord> rows() throws Exception {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(folder.resolve("rows.csv"), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    /** The column of a measure that JSON knows by its id and depth. */
    private static String column(CSVRecord row, JsonNode measure) {
        String depth = measure.has("depth") ? ", depth " + measure.get("depth").asInt() : "";
        return row.getParser().getHeaderNames().stream()
                .filter(name -> name.endsWith(depth))
                .filter(name -> name.substring(0, name.length() - depth.length())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_|_$", "")
                        .equals(measure.get("id").asText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowIsWhatMeasuringThatGraphAloneSays() throws Exception {
        String groups = "degrees,clustering,walks";
        String graphs = threeGraphs().toString();
        CommandLineRun each = CommandLineRun.of("measure", graphs, "--each", folder + "/rows.csv", "--groups", groups);
        assertThat(each.code()).as(each.err()).isZero();
        List<CSVRecord> rows = rows();
        assertThat(rows).hasSize(3);
        for (int k = 1; k <= 3; k++) {
            CommandLineRun alone =
                    CommandLineRun.of("measure", graphs, "--graph", "" + k, "--groups", groups, "--format", "json");
            JsonNode measures = new ObjectMapper().readTree(alone.out()).get("measures");
            assertThat(measures).hasSizeGreaterThan(3);
            for (JsonNode measure : measures) {
                String name = column(rows.get(k - 1), measure);
                String cell = rows.get(k - 1).get(name);
                JsonNode value = measure.get("value");
                assertThat(cell.isEmpty()).as(name).isEqualTo(value.isNull());
                if (value.isNumber()) {
                    assertThat(Double.parseDouble(cell)).as(name).isEqualTo(value.asDouble());
                }
            }
        }
    }

    @Test
    void theAnswerSummarisesAllGraphs() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "measure",
                threeGraphs().toString(),
                "--each",
                folder + "/rows.csv",
                "--groups",
                "degrees",
                "--format",
                "json");
        JsonNode answer = new ObjectMapper().readTree(run.out());
        assertThat(answer.at("/graphs/graphs").asInt()).isEqualTo(3);
        JsonNode edges = answer.get("measures")
                .valueStream()
                .filter(row -> row.get("measure").asText().equals("edges"))
                .findFirst()
                .orElseThrow();
        assertThat(edges.get("mean").asDouble()).isEqualTo(10 / 3.0, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(edges.get("least").asDouble()).isEqualTo(1);
        assertThat(edges.get("greatest").asDouble()).isEqualTo(6);
    }

    @Test
    void anInterruptedRunKeepsWhatItHas() throws Exception {
        StringWriter out = new StringWriter();
        int code = Main.run(
                new String[] {"measure", threeGraphs().toString(), "--each", folder + "/rows.csv"},
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                Interruption.following(() -> true));
        assertThat(code).isEqualTo(130);
        assertThat(out.toString()).contains("Interrupted after 0 graphs");
    }

    @Test
    void manyGraphsHaveNoEditsAndNoLabels() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "measure", threeGraphs().toString(), "--each", folder + "/rows.csv", "--labels", "faction");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--each measures many graphs");
        assertThat(folder.resolve("rows.csv")).doesNotExist();
    }
}
