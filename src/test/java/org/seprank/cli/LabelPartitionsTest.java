package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes of a dataset are partitions wherever partitions are taken. */
class LabelPartitionsTest {
    private static JsonNode json(String words) throws Exception {
        CommandLineRun run = CommandLineRun.of((words + " --format json").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analyze graphs/csbm --depth 2 --partition ",
                "measure graphs/csbm --groups walks --depths 2 --partition ",
                "rewire graphs/csbm --remove 1 --depth 2 --partition ",
                "rewire graphs/csbm --remove 1 --depth 2 --protect ",
                "compare graphs/csbm --methods random --budgets 1 --seeds 1 --depth 2 --partition ",
                "compare graphs/csbm --methods wis --budgets 1 --seeds 1 --depth 2 --protect ",
                "interactions graphs/csbm --epochs 1 --samples 4 --partition "
            })
    void labelsArePartitionsEverywhere(String command) throws Exception {
        for (String name : new String[] {"labels=3", "attribute:label=3"}) {
            JsonNode answer = json(command + name);
            assertThat(answer.findValuesAsText("partition")).as(name).contains("label=3");
        }
        assertThat(json(command + "labels").findValuesAsText("partition"))
                .contains("label=0", "label=1", "label=2", "label=3");
    }

    @Test
    void labelsThatAreNotKnownAreRefused() {
        CommandLineRun none = CommandLineRun.of("analyze", "graphs/seven-vertex.txt", "--partition", "labels");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("needs labels");
        CommandLineRun wrong = CommandLineRun.of("analyze", "graphs/csbm", "--partition", "labels=9");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("class '9' is not in 0..3");
    }

    /** The vertex that is probed has a large walk index, whatever its degree. */
    @Test
    void interactionsProbeAVertexWorthProbing() throws Exception {
        JsonNode answer = json("interactions graphs/csbm --epochs 1 --samples 4 --partition labels=3");
        String vertex = answer.at("/question/settings/target").asText();
        JsonNode analyzed = json("interactions graphs/csbm --epochs 1 --samples 4 --partition labels=3 --target 0");
        assertThat(vertex).isNotEmpty().isEqualTo(answer.at("/network/vertex").asText());
        assertThat(answer.at("/interactions/0/ln_walk_index").asDouble())
                .isGreaterThan(analyzed.at("/interactions/0/ln_walk_index").asDouble());
    }
}
