package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdviseCommandTest {
    private static JsonNode json(String words) throws Exception {
        CommandLineRun run = CommandLineRun.of((words + " --format json").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** The command beside a claim gives its number, to the last digit. */
    @Test
    void everyNumberIsHadAgainByItsCommand() throws Exception {
        JsonNode claims = json("advise graphs/csbm --depth 2 --seed 3").at("/claims");
        assertThat(claims.findValuesAsText("topic"))
                .containsExactly(
                        "averaging",
                        "depth",
                        "homophily",
                        "components",
                        "bottleneck",
                        "curvature",
                        "reach",
                        "range",
                        "squashing",
                        "classes");
        Map<String, String> answers = new HashMap<>();
        for (JsonNode claim : claims) {
            String command = claim.get("command").asText();
            assertThat(command).startsWith("seprank measure graphs/csbm ").endsWith(" --seed 3");
            if (!answers.containsKey(command)) {
                answers.put(
                        command, json(command.substring("seprank ".length())).toString());
            }
            String value = claim.get("value").asText().replaceFirst("\\.0$", "");
            assertThat(answers.get(command)).as(claim.toString()).contains(":" + value);
        }
    }

    @Test
    void theAdviceLeadsAndItsCommandIsOne() throws Exception {
        JsonNode json = json("advise graphs/csbm --model gcn --depth 2");
        assertThat(json.at("/notes/0").asText()).startsWith("First try: leave the graph as it is; confidence low.");
        assertThat(json.at("/advice/leaves").asBoolean()).isTrue();
        String command = json.at("/advice/command").asText();
        assertThat(command).contains("compare graphs/csbm --methods wis,local-degree,fosr --budgets 10% --train");
        JsonNode tried = json(command.substring("seprank ".length()) + " --epochs 1");
        assertThat(tried.at("/trained").findValuesAsText("method")).startsWith("(none)", "wis", "local-degree", "fosr");
        for (JsonNode claim : json.at("/claims")) {
            assertThat(List.of("yes", "no", "perhaps", "unknown"))
                    .contains(claim.get("limits").asText());
        }
    }

    @Test
    void aBudgetIsKept() throws Exception {
        JsonNode json = json("advise graphs/csbm --depth 2 --budget 20%");
        assertThat(json.at("/advice/method").asText()).isEqualTo("wis");
        assertThat(json.at("/advice/budget").asText()).isEqualTo("20%");
    }

    /** What has no labels, directions or several components is told what can be told. */
    @Test
    void anyGraphIsTaken() throws Exception {
        JsonNode directed = json("advise family:path,n=8 --depth 2");
        assertThat(directed.at("/claims/0/limits").asText()).isEqualTo("unknown");
        assertThat(directed.at("/claims/0/value").isNull()).isTrue();
        JsonNode set = json("advise graphs/motifs --depth 2");
        assertThat(set.get("schema").asText()).startsWith("seprank/graph-set/");
    }
}
