package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ExperimentCommandTest {
    @Test
    void theScatterOfMeasuredEntropyHasAPointPerPartitionAndNetwork() throws Exception {
        String words = "experiment interaction-vs-walk-index --scale smoke --dataset graphs/csbm --format json";
        CommandLineRun run = CommandLineRun.of(words.split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/correlation").size()).isEqualTo(2 * 5);
        for (JsonNode row : json.at("/correlation")) {
            assertThat(row.get("partitions").asInt()).isEqualTo(6);
        }
        CommandLineRun again = CommandLineRun.of((words + " --threads 3").split(" "));
        assertThat(again.out()).isEqualTo(run.out());
    }

    @Test
    void everyMethodHasARowOfTheScaling() throws Exception {
        CommandLineRun run = CommandLineRun.of("experiment runtime-scaling --scale smoke --format json".split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode rows = new ObjectMapper().readTree(run.out()).at("/scaling");
        assertThat(rows).hasSize(org.seprank.rewire.catalogue.Catalogue.all().size() - 1);
        for (JsonNode row : rows) {
            assertThat(row.get("largest_edges").asInt()).as(row.toString()).isEqualTo(2000);
        }
    }

    @Test
    void anUnknownExperimentIsAUsageErrorThatNamesTheKnownOnes() {
        CommandLineRun run = CommandLineRun.of("experiment nothing".split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("interaction-vs-walk-index");
    }
}
