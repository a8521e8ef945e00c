package org.seprank.dataset.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Homophily;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.synthetic.SameClass.Arrangement;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

class SyntheticTaskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "synthetic:csbm,n=60,classes=3,features=4,degree=5.0,homophily=0.5,signal=1.0",
                "synthetic:tree-neighbours-match,depth=2,count=20",
                "synthetic:ring-transfer,n=6,classes=3,count=12",
                "synthetic:two-motifs,n=9,count=10",
                "synthetic:parity-cliques,size=3,path=2,bits=2,copies=40",
                "synthetic:same-class,arrangement=low,train=10,test=5"
            })
    void seedsDecideEverythingAndSpecificationsAreRoundTrips(String text) throws IOException {
        SyntheticTask task = SyntheticTask.parse(text);
        assertThat(task.specification()).isEqualTo(text);
        Dataset first = task.generate(3);
        assertThat(task.generate(3).contentHash()).isEqualTo(first.contentHash());
        assertThat(task.generate(3).splits()).isEqualTo(first.splits());
        assertThat(task.generate(4).contentHash()).isNotEqualTo(first.contentHash());
        assertThat(first.provenance().source()).isEqualTo(text + ",seed=3");
        assertThat(first.splits()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.8, 10", "4, 0.5, 6", "3, 1, 8", "5, 0, 12", "2, 0.5, 0"})
    void blockModelHasTheDegreeAndHomophilyAskedFor(int classes, double homophily, double degree) {
        NodeDataset dataset = new ContextualBlockModel(4000, classes, 2, degree, homophily, 1).generate(1);
        double edges = 4000 * degree / 2;
        assertThat((double) dataset.graph().edgeCount()).isCloseTo(edges, within(5 * Math.sqrt(edges) + 1e-9));
        assertThat(dataset.graph().dropped().duplicates()).isZero();
        if (degree > 0) {
            Homophily found = Homophily.of(dataset.graph(), dataset.labels());
            assertThat(found.edge()).isCloseTo(homophily, within(0.02));
        }
    }

    @Test
    void blockModelWithCertainEdgesIsDisjointCliques() {
        NodeDataset dataset = new ContextualBlockModel(12, 3, 1, 3, 1, 0).generate(0);
        assertThat(dataset.graph().edgeCount()).isEqualTo(3 * 6);
        for (int v = 0; v < 12; v++) {
            assertThat(dataset.graph().out().degree(v)).isEqualTo(3);
        }
    }

    @Test
    void contextMeansAreAsFarFromZeroAsTheSignal() {
        int n = 20_000;
        NodeDataset dataset = new ContextualBlockModel(n, 2, 8, 0, 0.5, 3).generate(2);
        double[] mean = new double[8];
        double square = 0;
        for (int v = 0; v < n; v += 2) {
            for (int j = 0; j < 8; j++) {
                double value = dataset.features().value(v, j);
                mean[j] += value / (n / 2.0);
                square += value * value / (n / 2.0);
            }
        }
        double length = 0;
        for (double m : mean) {
            length += m * m;
        }
        assertThat(Math.sqrt(length)).isCloseTo(3, within(0.05));
        assertThat(square - length).isCloseTo(1, within(0.05));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void treeRootsAskForTheValueOfTheirLeaf(int depth) {
        GraphDataset dataset = new TreeNeighboursMatch(depth, 50).generate(9);
        int leaves = 1 << depth;
        Graph tree = dataset.graphs().get(0);
        assertThat(tree.edgeCount()).isEqualTo(2 * leaves - 2);
        for (int g = 0; g < 50; g++) {
            Features features = dataset.features(g);
            int key = column(features, 0, 0, leaves + 1);
            int leaf = leaves - 1 + key - 1;
            assertThat(column(features, leaf, 0, leaves + 1)).isEqualTo(key);
            assertThat(column(features, leaf, leaves + 1, 2 * leaves + 2) - 1)
                    .isEqualTo(dataset.labels().label(g));
            assertThat(dataset.target(g)).hasValue(0);
            assertThat(IntStream.range(leaves - 1, 2 * leaves - 1)
                            .map(v -> column(features, v, leaves + 1, 2 * leaves + 2))
                            .sorted()
                            .toArray())
                    .containsExactly(IntStream.rangeClosed(1, leaves).toArray());
        }
    }

    private static int column(Features features, int row, int from, int to) {
        return IntStream.range(from, to)
                        .filter(j -> features.value(row, j) == 1)
                        .findFirst()
                        .orElse(-1)
                - from;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 11})
    void ringsCarryTheClassOpposite(int n) {
        GraphDataset dataset = new RingTransfer(n, 4, 40).generate(1);
        assertThat(dataset.labels().histogram()).containsExactly(10, 10, 10, 10);
        assertThat(dataset.graphs().get(0).edgeCount()).isEqualTo(n);
        for (int g = 0; g < 40; g++) {
            Features features = dataset.features(g);
            assertThat(features.rowSum(0)).isZero();
            assertThat(features.rowSum(n / 2)).isEqualTo(1);
            assertThat(features.value(n / 2, dataset.labels().label(g))).isEqualTo(1);
            assertThat(features.rowSum(n - 1)).isEqualTo(4);
        }
    }

    @Test
    void motifsDifferByOneEdgeAndATriangle() {
        GraphDataset dataset = new TwoMotifs(16, 40).generate(3);
        for (int g = 0; g < 40; g++) {
            Graph graph = dataset.graphs().get(g);
            boolean house = dataset.labels().label(g) == 0;
            assertThat(graph.edgeCount()).isEqualTo(10 + 5 + 1 + (house ? 1 : 0));
            assertThat(graph.edgeBetween(11, 13) >= 0).isEqualTo(house);
            for (int v = 0; v < 16; v++) {
                int degree = graph.out().degree(v);
                assertThat(dataset.features().value(16 * g + v, Math.min(5, degree) - 1))
                        .isEqualTo(1);
            }
        }
    }

    /** The walk indices of section 5.1 of arXiv 2211.16494 for depth 3, and for depth 2. */
    @ParameterizedTest
    @CsvSource({"LOW, 34, 548", "HIGH, 514, 8258"})
    void arrangementsHaveTheWalkIndicesOfThePaper(Arrangement arrangement, int two, int three) throws IOException {
        GraphDataset dataset = new SameClass(arrangement, 2, 1, "", "").generate(0);
        Graph graph = dataset.graphs().get(0);
        assertThat(WalkIndex.of(graph, arrangement.partition(), Target.graph(), 2))
                .isEqualTo(two);
        assertThat(WalkIndex.of(graph, arrangement.partition(), Target.graph(), 3))
                .isEqualTo(three);
    }

    @Test
    void bothArrangementsHoldTheSamePairs() throws IOException {
        GraphDataset low = new SameClass(Arrangement.LOW, 30, 10, "", "").generate(5);
        GraphDataset high = new SameClass(Arrangement.HIGH, 30, 10, "", "").generate(5);
        assertThat(low.labels()).isEqualTo(high.labels());
        assertThat(low.splits().get(0)).hasToString("given 30/0/10");
        for (int g = 0; g < 40; g++) {
            for (int k = 0; k < 8; k++) {
                int row = g * 32;
                assertRow(low, row + k, high, row + 2 * k); // image 1, first half
                assertRow(low, row + 16 + k, high, row + 2 * k + 1); // image 2, first half
                assertRow(low, row + 24 + k, high, row + 16 + 2 * k); // image 2, second half
                assertRow(low, row + 8 + k, high, row + 16 + 2 * k + 1); // image 1, second half
            }
        }
    }

    private static void assertRow(GraphDataset a, int i, GraphDataset b, int j) {
        float[] x = new float[49];
        float[] y = new float[49];
        a.features().copyRow(i, x, 0);
        b.features().copyRow(j, y, 0);
        assertThat(x).containsExactly(y);
    }

    @Test
    void halfOfThePairsAreOfOneClass() throws IOException {
        GraphDataset dataset = new SameClass(Arrangement.HIGH, 2000, 500, "", "").generate(1);
        assertThat(dataset.labels().histogram().get(1)).isBetween(1125, 1375);
    }

    @Test
    void imagesMayComeFromFiles() throws IOException {
        Path train = Shared.file("data/images/fashion-train-images-idx3-ubyte.gz");
        Path test = Shared.file("data/images/fashion-test-images-idx3-ubyte.gz");
        GraphDataset dataset = new SameClass(Arrangement.HIGH, 50, 20, train.toString(), test.toString()).generate(1);
        assertThat(dataset.featureCount()).isEqualTo(49);
        assertThat(dataset.splits().get(0).count(Part.TEST)).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csbm | does not begin with 'synthetic:'",
                "synthetic:foo | is none of csbm",
                "synthetic:csbm,m=3 | setting 'm' is none of [n, classes",
                "synthetic:csbm,n=3,n=4 | setting 'n' is given twice",
                "synthetic:csbm,n | 'n' is not of the form name=value",
                "synthetic:csbm,n=x | n 'x' is not a whole number",
                "synthetic:csbm,degree=x | degree 'x' is not a number",
                "synthetic:csbm,n=3 | n 3 is not in 4..10000000",
                "synthetic:csbm,homophily=1.5 | homophily 1.5 is not in 0..1",
                "synthetic:csbm,n=20,degree=19 | probability of an edge within a class",
                "synthetic:tree-neighbours-match,depth=0 | depth 0 is not in 1..12",
                "synthetic:ring-transfer,n=2 | n 2 is not in 3..100000",
                "synthetic:parity-cliques,size=3,bits=3 | bits 3 is not in 1..2",
                "synthetic:parity-cliques,copies=4 | copies 4 is not in 5..",
                "synthetic:same-class,arrangement=mid | arrangement 'mid' is none of [low, high]",
                "synthetic:same-class,images=a | must both be files"
            })
    void malformedSpecificationsNameTheFault(String text, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyntheticTask.parse(text))
                .withMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 1", "3, 4, 2"})
    void parityNeedsBothCliquesAndWalksBetweenThem(int size, int path, int bits) {
        ParityCliques task = new ParityCliques(size, path, bits, 5 << (2 * bits));
        NodeDataset dataset = task.generate(1);
        int n = task.vertices();
        Map<List<Double>, Integer> sums = new HashMap<>(); // of the labels as ±1, by what one side has
        for (int first = 0; first < dataset.graph().vertexCount(); first += n) {
            double product = 1;
            List<List<Double>> sides = List.of(new ArrayList<>(List.of(0.0)), new ArrayList<>(List.of(1.0)));
            for (int v = 0; v < n; v++) {
                double x = dataset.features().value(first + v, 0);
                product *= x == 0 ? 1 : x;
                sides.get(v < size ? 0 : 1).add(x);
                assertThat(dataset.labels().known(first + v)).isEqualTo(v == task.target());
            }
            int sign = 1 - 2 * dataset.labels().label(first + task.target());
            assertThat(product).isEqualTo(sign);
            sides.forEach(side -> sums.merge(side, sign, Integer::sum));
        }
        assertThat(sums).hasSize(2 << bits);
        assertThat(sums.values()).containsOnly(0);
        assertThat(dataset.splits().get(0).count(Part.TRAIN)).isEqualTo(3 << (2 * bits));
        int[] counting = IntStream.range(size - bits, size).toArray();
        Target target = Target.vertex(task.target());
        VertexSet side = VertexSet.of(n, counting);
        assertThat(WalkIndex.of(task.copy(), side, target, path + 1).signum()).isZero();
        assertThat(WalkIndex.of(task.copy(), side, target, path + 2).signum()).isPositive();
    }

    @Test
    void everyTaskHasDefaults() {
        for (String name : SyntheticTask.names()) {
            SyntheticTask task = SyntheticTask.parse("synthetic:" + name);
            assertThat(SyntheticTask.parse(task.specification())).isEqualTo(task);
        }
    }
}
