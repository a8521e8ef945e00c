package org.seprank.rewire.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;

class MethodCostTest {
    static List<Method> methods() {
        return Methods.all();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodSaysWhatItsTimeGrowsWith(Method method) {
        assertThat(method.cost().growth())
                .as("name %s in MethodCost", method.id())
                .isNotEqualTo(Growth.UNSTATED);
    }

    /** The graph that was measured takes what was measured. */
    @Test
    void theMeasuredGraphTakesItsTime() {
        Graph graph = GraphFamily.parse("family:erdos-renyi,n=2000,m=10000", 0);
        MethodCost cost = MethodCost.of("gtr");
        MethodCost.Measured measured = cost.measured().orElseThrow();
        assertThat(measured.edges()).isEqualTo(10_000);
        assertThat(cost.seconds(graph, 100).orElseThrow()).isCloseTo(measured.seconds(), within(1e-9));
    }

    @Test
    void timesGrowAsStated() {
        Graph once = GraphFamily.parse("family:erdos-renyi,n=1000,m=5000", 0);
        Graph twice = GraphFamily.parse("family:erdos-renyi,n=2000,m=10000", 0);
        assertThat(quotient("jaccard", once, twice)).isCloseTo(2, within(1e-9));
        assertThat(quotient("betweenness", once, twice)).isCloseTo(4, within(1e-9));
        assertThat(quotient("fosr", once, twice)).isCloseTo(2 * 101.0 / 51, within(1e-9));
        assertThat(quotient("gtr", once, twice)).isBetween(7.0, 8.0);
    }

    private static double quotient(String id, Graph once, Graph twice) {
        MethodCost cost = MethodCost.of(id);
        return cost.seconds(twice, 100).orElseThrow() / cost.seconds(once, 50).orElseThrow();
    }

    @Test
    void whatIsNotKnownIsNotEstimated() {
        Graph graph = GraphFamily.parse("family:cycle,n=5", 0);
        assertThat(MethodCost.of("ugs").seconds(graph, 1)).isEmpty();
        assertThat(MethodCost.of("none of them").seconds(graph, 1)).isEmpty();
        assertThat(MethodCost.of("random").edgesInAMinute()).isEmpty();
        assertThat(MethodCost.of("wis").edgesInAMinute().orElseThrow()).isGreaterThan(1e6);
    }

    /** Made by {@code src/scripts/pages.sh growth}. */
    @Test
    void measuredTimesAreThoseOfTheResults() throws IOException {
        Set<String> seen = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("results", "runtime-scaling"))) {
            for (Path file : files.filter(path -> path.endsWith("outcome.json")).toList()) {
                for (JsonNode row : new ObjectMapper().readTree(file.toFile()).at("/scaling")) {
                    if (row.get("its_seconds").isNull()) {
                        continue;
                    }
                    String id = row.get("method").asText();
                    assertThat(seen.add(id)).as(id + " is measured once").isTrue();
                    MethodCost.Measured measured = MethodCost.of(id).measured().orElseThrow();
                    assertThat(measured.edges())
                            .isEqualTo(row.get("largest_edges").asInt());
                    assertThat(measured.seconds())
                            .isCloseTo(row.get("its_seconds").asDouble(), within(1e-9));
                    assertThat(measured.exponent().isEmpty())
                            .isEqualTo(row.get("exponent").isNull());
                    measured.exponent()
                            .ifPresent(exponent -> assertThat(exponent)
                                    .isCloseTo(row.get("exponent").asDouble(), within(1e-9)));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }
}
