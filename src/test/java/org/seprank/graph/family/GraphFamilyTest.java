package org.seprank.graph.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jgrapht.GraphMetrics;
import org.jgrapht.GraphTests;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.shortestpath.GraphMeasurer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.graph.Dropped;
import org.seprank.graph.Graph;

class GraphFamilyTest {
    private static Graph graph(String specification) {
        return GraphFamily.parse(specification, 7);
    }

    private static List<String> edges(Graph graph) {
        List<String> edges = new ArrayList<>();
        for (int e = 0; e < graph.edgeCount(); e++) {
            edges.add(graph.source(e) + "-" + graph.target(e));
        }
        return edges;
    }

    private static int[] degrees(Graph graph) {
        return IntStream.range(0, graph.vertexCount())
                .map(v -> graph.out().degree(v))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "'family:path,n=4', 0-1 1-2 2-3",
        "'path,n=1', ''",
        "'family:cycle,n=4', 0-1 0-3 1-2 2-3",
        "'family:star,n=4', 0-1 0-2 0-3",
        "'family:complete,n=4', 0-1 0-2 0-3 1-2 1-3 2-3",
        "'family:grid,rows=2,cols=3', 0-1 0-3 1-2 1-4 2-5 3-4 4-5",
        "'family:hypercube,d=2', 0-1 0-2 1-3 2-3",
        "'family:barbell,clique=2,path=1', 0-1 1-2 2-3 3-4",
        "'family:barbell,clique=2', 0-1 1-2 2-3",
        "'family:two-cliques,k=3', 0-1 0-2 0-3 1-2 3-4 3-5 4-5",
        "'family:tree, branching=2, depth=2', 0-1 0-2 1-3 1-4 2-5 2-6",
        "'family:tree,branching=3,depth=0', ''"
    })
    void regularGraphsHaveExactlyTheseEdges(String specification, String edges) {
        assertThat(edges(graph(specification)))
                .containsExactlyElementsOf(edges.isEmpty() ? List.of() : Arrays.asList(edges.split(" ", -1)));
    }

    @Test
    void thePetersenGraphIsCubicOfDiameterTwoAndGirthFive() {
        Graph petersen = graph("family:petersen");

        assertThat(degrees(petersen)).hasSize(10).containsOnly(3);
        assertThat(new GraphMeasurer<>(petersen.asJGraphT()).getDiameter()).isEqualTo(2);
        assertThat(GraphMetrics.getGirth(petersen.asJGraphT())).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"karate, karate", "'barbell,clique=5,path=2', barbell_5_2", "'grid,rows=4,cols=5', grid_4x5"})
    void numbersAreThoseOfTheReferenceGraphs(String specification, String file) throws IOException {
        assertThat(edges(graph(specification)))
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(Shared.file("golden/graph_" + file + ".edges")).stream()
                                .map(line -> line.replace(' ', '-'))
                                .toList());
    }

    @Test
    void theClubSplitsInHalf() {
        Graph karate = graph("family:karate");
        long withTheInstructor = IntStream.range(0, 34)
                .filter(v -> karate.vertexAttributes()
                        .value("faction", v)
                        .orElseThrow()
                        .equals("Mr. Hi"))
                .count();

        assertThat(karate.edgeCount()).isEqualTo(78);
        assertThat(withTheInstructor).isEqualTo(17);
        assertThat(karate.vertexAttributes().value("faction", 33)).contains("Officer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random-tree,n=30",
                "erdos-renyi,n=40,p=0.2",
                "erdos-renyi,n=40,m=100",
                "erdos-renyi,n=10,m=40",
                "barabasi-albert,n=50,m=3",
                "watts-strogatz,n=30,k=4,p=0.5",
                "sbm,blocks=3,size=12,p_in=0.5,p_out=0.05",
                "power-law,n=200,m=600"
            })
    void theSeedAloneDecides(String specification) {
        Graph graph = graph(specification);

        assertThat(edges(graph(specification))).isEqualTo(edges(graph));
        assertThat(edges(graph(specification + ",seed=7"))).isEqualTo(edges(graph));
        assertThat(edges(graph(specification + ",seed=8"))).isNotEqualTo(edges(graph));
        assertThat(graph.dropped()).isEqualTo(Dropped.NONE);
    }

    @Test
    void randomTreesAreTrees() {
        assertThat(GraphTests.isTree(graph("random-tree,n=100").asJGraphT())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 400, 779, 780})
    void anyNumberOfEdgesUpToAllPairsCanBeAskedFor(int m) {
        assertThat(graph("erdos-renyi,n=40,m=" + m).edgeCount()).isEqualTo(m);
    }

    /** Every pair is to be hit; 6 standard deviations around the mean of a binomial distribution. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 1})
    void everyPairHasTheSameProbability(double p) {
        int runs = 2000;
        int[] hits = new int[10];
        for (int seed = 0; seed < runs; seed++) {
            Graph graph = GraphFamily.parse("erdos-renyi,n=5,p=" + p, seed);
            for (int e = 0; e < graph.edgeCount(); e++) {
                hits[graph.target(e) * (graph.target(e) - 1) / 2 + graph.source(e)]++;
            }
        }
        for (int hit : hits) {
            assertThat((double) hit).isCloseTo(runs * p, within(6 * Math.sqrt(runs * p * (1 - p))));
        }
    }

    @Test
    void everySetOfThreePairsIsEquallyLikely() {
        int runs = 4000;
        var counts = new TreeMap<String, Integer>();
        for (int seed = 0; seed < runs; seed++) {
            counts.merge(edges(GraphFamily.parse("erdos-renyi,n=4,m=3", seed)).toString(), 1, Integer::sum);
        }
        assertThat(counts).hasSize(20);
        counts.values()
                .forEach(count ->
                        assertThat((double) count).isCloseTo(runs / 20.0, within(6 * Math.sqrt(runs / 20.0 * 0.95))));
    }

    @Test
    void attachmentGivesEveryNewVertexItsEdgesAndKeepsTheGraphConnected() {
        Graph graph = graph("barabasi-albert,n=500,m=3");

        assertThat(graph.edgeCount()).isEqualTo(6 + 496 * 3);
        assertThat(Arrays.stream(degrees(graph)).min()).hasValue(3);
        assertThat(new ConnectivityInspector<>(graph.asJGraphT()).isConnected()).isTrue();
        assertThat(graph.out().maxDegree()).isGreaterThan(30);
    }

    @Test
    void withoutRewiringTheRingStays() {
        assertThat(degrees(graph("watts-strogatz,n=20,k=4,p=0"))).containsOnly(4);
        assertThat(graph("watts-strogatz,n=20,k=4,p=0.7").edgeCount()).isEqualTo(40);
    }

    @Test
    void blocksAreCliquesWhenOnlyTheyHaveEdges() {
        Graph graph = graph("sbm,sizes=2+3+4,p_in=1,p_out=0");

        assertThat(graph.edgeCount()).isEqualTo(1 + 3 + 6);
        assertThat(graph.vertexAttributes().value("block", 0)).contains("0");
        assertThat(graph.vertexAttributes().value("block", 4)).contains("1");
        assertThat(graph.vertexAttributes().value("block", 8)).contains("2");
        for (int e = 0; e < graph.edgeCount(); e++) {
            assertThat(graph.vertexAttributes().value("block", graph.source(e)))
                    .isEqualTo(graph.vertexAttributes().value("block", graph.target(e)));
        }
    }

    @Test
    void betweenBlocksAllPairsOfDifferentBlocksAreJoined() {
        assertThat(graph("sbm,sizes=2+3+4,p_in=0,p_out=1").edgeCount()).isEqualTo(6 + 8 + 12);
        assertThat(graph("sbm,blocks=2,size=5,p_in=0,p_out=1").edgeCount()).isEqualTo(25);
    }

    @Test
    void densitiesInsideAndBetweenBlocksAreThoseAskedFor() {
        Graph graph = graph("sbm,blocks=4,size=250,p_in=0.1,p_out=0.01");
        long inside = IntStream.range(0, graph.edgeCount())
                .filter(e -> graph.source(e) / 250 == graph.target(e) / 250)
                .count();

        assertThat((double) inside).isCloseTo(4 * 31125 * 0.1, within(6 * Math.sqrt(12450 * 0.9)));
        assertThat((double) (graph.edgeCount() - inside))
                .isCloseTo(6 * 62500 * 0.01, within(6 * Math.sqrt(3750 * 0.99)));
    }

    @Test
    void powerLawDegreesFallAsTheyShould() {
        Graph graph = graph("power-law,n=10000,m=50000,exponent=3");
        int[] degrees = degrees(graph);

        assertThat(graph.edgeCount()).isEqualTo(50_000);
        // for exponent 3 the expected degree of the first tenth is sqrt(0.1) of all
        double first = IntStream.range(0, 1000).map(v -> degrees[v]).sum() / 100_000.0;
        assertThat(first).isCloseTo(Math.sqrt(0.1), within(0.02));
        assertThat(degrees[0]).isGreaterThan(200);
    }

    @Test
    void aBigRandomGraphTakesNoQuadraticWork() {
        assertThat(graph("erdos-renyi,n=1000000,p=0.000001").edgeCount()).isBetween(490_000, 510_000);
        assertThat(graph("sbm,sizes=1000000+500000,p_in=0.0000001,p_out=0.0000001")
                        .edgeCount())
                .isBetween(100_000, 125_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "family:circle,n=3 | no graph family 'circle', only path, cycle",
                "family:cycle | cycle: setting 'n' is not given; use family:cycle,n=3..1000000",
                "family:cycle,n=2 | cycle: n 2 is not in 3..1000000; use family:cycle",
                "family:cycle,n=x | n 'x' is not a whole number",
                "family:cycle,k=4 | setting 'k' is none of [n]",
                "family:cycle,n=4,seed=1 | setting 'seed' is none of [n]",
                "family:cycle,n=4,n=5 | setting 'n' is given twice",
                "family:cycle,4 | '4' is not of the form name=value",
                "family:cycle,n= | n '' is not a whole number",
                "erdos-renyi,n=4 | give either p or m",
                "erdos-renyi,n=4,p=0.5,m=2 | give either p or m",
                "erdos-renyi,n=4,p=1.5 | p 1.5 is not in 0..1",
                "erdos-renyi,n=4,p=NaN | p NaN is not in 0..1",
                "erdos-renyi,n=4,p=? | p '?' is not a number",
                "erdos-renyi,n=4,m=7 | m=7 is not in 0..6",
                "erdos-renyi,n=1000000,p=0.5 | edges are more than 400000000",
                "barabasi-albert,n=4,m=4 | m=4 is not less than n=4",
                "watts-strogatz,n=9,k=3 | k=3 is not an even number less than n=9",
                "sbm,blocks=2,p_in=1,p_out=0 | give either blocks and size, or sizes",
                "sbm,sizes=2+x,p_in=1,p_out=0 | sizes 'x' is not a whole number",
                "sbm,sizes=2+0,p_in=1,p_out=0 | sizes 0 is not in 1..10000000",
                "tree,branching=10,depth=20 | give more than 100000000 vertices",
                "power-law,n=5,m=11 | edges do not fit among n=5 vertices"
            })
    void mistakesAreNamedWithTheRange(String specification, String message) {
        assertThatThrownBy(() -> graph(specification))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void everyFamilyTellsHowItIsUsed() {
        assertThat(GraphFamily.list()).hasSize(17).allSatisfy(family -> {
            assertThat(family.usage()).startsWith("family:" + family.name());
            assertThat(family.description()).isNotBlank();
            assertThat(family.parameters())
                    .allSatisfy(parameter -> assertThat(parameter.meaning()).isNotBlank());
        });
        assertThat(GraphFamily.isSpecification("family:cycle")).isTrue();
        assertThat(GraphFamily.isSpecification("cycle.txt")).isFalse();
        assertThat(GraphFamily.list().get(1)).hasToString("family:cycle,n=3..1000000");
    }
}
