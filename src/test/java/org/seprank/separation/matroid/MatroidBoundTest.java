package org.seprank.separation.matroid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.Shared;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.GraphReader;
import org.seprank.graph.partition.PartitionSpec;
import org.seprank.separation.monomial.Unfolding;

/** Worked values: small graphs whose bounds and ranks were computed by independent programs. */
class MatroidBoundTest {
    /** Mode 1, exact sets; a target of -1 is the whole graph; the root bound -1 where the depth is not 2. */
    @ParameterizedTest(name = "{0} I={1} t={2} L={3} D={4}")
    @CsvSource({
        "'path,n=4', 0 1, -1, 2, 2, 2, 16, 16, 2",
        "'path,n=4', 0 1, -1, 2, 3, 3, 100, 100, 2",
        "'path,n=6', 0 1 2, -1, 2, 2, 2, 16, 32, 2",
        "'path,n=6', 0 1 2, -1, 2, 3, 3, 100, 300, 2",
        "'path,n=6', 0 1 2, -1, 2, 2, 3, 16, 48, 2",
        "'path,n=8', 0 1 2 3, -1, 2, 2, 2, 16, 32, 2",
        "'path,n=8', 0 1 2 3, -1, 2, 3, 3, 100, 300, 2",
        "'path,n=8', 0 1 2 3, -1, 2, 2, 3, 16, 48, 2",
        "'path,n=6', 0 1 2, 2, 2, 2, 2, 4, 4, 2",
        "'path,n=6', 0 1 2, 2, 2, 3, 3, 9, 9, 2",
        "'cycle,n=8', 0 1 2 3, 0, 2, 2, 2, 4, 4, 2",
        "'cycle,n=8', 0 1 2 3, 0, 2, 3, 3, 9, 9, 2",
        "'cycle,n=5', 0 1, -1, 2, 2, 2, 16, 16, 2",
        "'cycle,n=5', 0 1, -1, 2, 3, 3, 256, 256, 2",
        "'star,n=5', 1 2, 0, 2, 2, 2, 4, 4, 2",
        "'star,n=5', 1 2, 0, 2, 3, 3, 12, 12, 2",
        "'path,n=4', 0 1, 0, 3, 2, 2, 6, -1, 2",
        "'path,n=4', 0 1, 0, 3, 3, 3, 18, -1, 2",
        "'path,n=5', 0 1, 2, 3, 2, 2, 12, -1, 2",
        "'path,n=5', 0 1, 2, 3, 3, 3, 60, -1, 2",
        "'path,n=6', 0 1 2, 2, 3, 2, 2, 12, -1, 3",
        "'path,n=6', 0 1 2, 2, 3, 3, 3, 60, -1, 3",
    })
    void workedValuesHold(
            String family, String side, int target, int depth, int inputs, int hidden, long plain, long root, int nu) {
        Graph graph = GraphFamily.parse("family:" + family, 0);
        int n = graph.vertexCount();
        VertexSet in = set(n, side);
        Unfolding unfolding = Unfolding.of(graph, target < 0 ? VertexSet.all(n) : VertexSet.of(n, target), depth);
        int width = Math.min(inputs, hidden);
        VertexSet none = VertexSet.of(n);
        assertEquals(plain, value(MatroidBound.of(unfolding, in, 1, width, none, SearchEffort.of(2))));
        if (depth == 2) {
            assertEquals(root, value(MatroidBound.withRoot(unfolding, in, width, hidden, none, SearchEffort.of(2))));
        }
        assertEquals(
                nu,
                InteractionDimension.of(unfolding, in, new SplittableRandom(1), 1)
                        .value());
    }

    /** On the path 0-1-2-3 cut in the middle, columns 1 and 2 are {0,1,2} and {1,2,3}. */
    @Test
    void classesMergeWithoutTheRowsThatTellThemApart() {
        Graph path = GraphFamily.parse("family:path,n=4", 0);
        Unfolding unfolding = Unfolding.of(path, VertexSet.all(4), 2);
        GroundSet all = GroundSet.of(unfolding, set(4, "0 1"), 1, VertexSet.of(4))
                .orElseThrow()
                .crossing();
        GroundSet less = GroundSet.of(unfolding, set(4, "0 1"), 1, VertexSet.of(4, 0))
                .orElseThrow()
                .crossing();
        assertEquals(
                List.of(),
                IntStream.range(0, 4).filter(all::mergesWithout).boxed().toList());
        assertEquals(
                List.of(3),
                IntStream.range(0, 4).filter(less::mergesWithout).boxed().toList());
    }

    private static VertexSet set(int n, String vertices) {
        return VertexSet.of(
                n,
                Arrays.stream(vertices.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    private static long value(MatroidBound bound) {
        return bound.rank().exact().orElseThrow().longValueExact();
    }

    /** The bounds of the documentation's table, in nats; NaN where the table has another bound. */
    @ParameterizedTest(name = "{0} {1} L={2} {3},{4}")
    @CsvSource({
        "karate.graphml, attribute:faction, 2, 8, 16, 90.81, 93.59, 9",
        "karate.graphml, attribute:faction, 2, 16, 16, 141.70, 144.47, 9",
        "karate.graphml, attribute:faction, 3, 8, 16, 203.46, NaN, 14",
        "karate.graphml, attribute:faction, 3, 16, 16, 359.52, NaN, 14",
        "two-cliques-16.graphml, attribute:image_low, 2, 8, 16, 25.51, 25.51, 2",
        "two-cliques-16.graphml, attribute:image_low, 3, 16, 16, 113.46, NaN, 2",
        "grid, 0-14, 2, 8, 16, 63.2437, 66.0163, 10",
        "grid, 0-14, 2, 16, 16, 90.94, 93.72, 10",
        "grid, 0-14, 3, 8, 16, 140.21, NaN, 15",
        "grid, 0-14, 3, 16, 16, 225.24, NaN, 15",
        "road.graphml, 0-71, 2, 8, 16, 119.48, 122.25, 18",
        "road.graphml, 0-71, 3, 8, 16, 260.66, NaN, 33",
        "sbm.graphml, attribute:block=0, 2, 8, 16, 369.17, 369.17, 30",
        "sbm.graphml, attribute:block=0, 3, 16, 16, 1508.33, NaN, 30",
        "seven-vertex.txt, 0-3, 2, 8, 16, 10.59, 10.59, 2",
        "seven-vertex.txt, 0-3, 3, 16, 16, 33.30, NaN, 2",
    })
    void boundsOfRealGraphsAreAtLeastTheTable(
            String file, String partition, int depth, int inputs, int hidden, double plain, double root, int nu)
            throws IOException {
        Graph graph = file.equals("grid")
                ? GraphFamily.parse("family:grid,rows=6,cols=5", 0)
                : GraphReader.graph(Path.of("graphs", file));
        VertexSet side =
                PartitionSpec.parse(partition).partitions(graph, 0).get(0).vertices();
        Unfolding unfolding = Unfolding.of(graph, VertexSet.all(graph.vertexCount()), depth);
        VertexSet none = VertexSet.of(graph.vertexCount());
        int width = Math.min(inputs, hidden);
        double found = MatroidBound.of(unfolding, side, 1, width, none, SearchEffort.of(2))
                .rank()
                .nats();
        assertEquals(plain, found, 0.006);
        if (depth == 2) {
            double rooted = MatroidBound.withRoot(unfolding, side, width, hidden, none, SearchEffort.of(2))
                    .rank()
                    .nats();
            assertEquals(root, rooted, 0.006);
        }
        assertEquals(
                nu,
                InteractionDimension.of(unfolding, side, new SplittableRandom(1), 1)
                        .value());
    }

    @Test
    void coraHasAsManyChannelsAsItsMatroidsAllow() throws IOException {
        Graph graph = GraphReader.graph(Shared.file("golden/graph_cora.edges"));
        int n = graph.vertexCount();
        VertexSet side = VertexSet.range(n, 0, 1353);
        Unfolding unfolding = Unfolding.of(graph, VertexSet.all(n), 2);
        InteractionDimension dimension = InteractionDimension.of(unfolding, side, new SplittableRandom(1), 1);
        assertEquals(1126, dimension.value());
        double found = MatroidBound.of(unfolding, side, 1, 8, VertexSet.of(n), SearchEffort.of(1))
                .rank()
                .nats();
        assertTrue(found > 9600, "found " + found);
    }

    /** The exact search against all subsets, and the greedy one between half of it and all of it. */
    @Test
    void exactSetsAreTheHeaviest() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 300; trial++) {
            GroundSet set = drawn(random);
            double[] weights = random.doubles(set.size()).toArray();
            double best = 0;
            for (int mask = 1; mask < 1 << set.size(); mask++) {
                BitSet subset = BitSet.valueOf(new long[] {mask});
                if (independent(set.inside(), subset) && independent(set.outside(), subset)) {
                    best = Math.max(best, total(subset, weights));
                }
            }
            BitSet exact = new MatroidIntersection(set).heaviest(weights);
            assertTrue(independent(set.inside(), exact) && independent(set.outside(), exact));
            assertEquals(best, total(exact, weights), 1e-9);
            BitSet greedy = new GreedyIntersection(set, Long.MAX_VALUE).heaviest(weights);
            assertTrue(independent(set.inside(), greedy) && independent(set.outside(), greedy));
            assertTrue(total(greedy, weights) >= best / 2 && total(greedy, weights) <= best + 1e-9);
        }
    }

    private static GroundSet drawn(SplittableRandom random) {
        int classes = random.nextInt(1, 9);
        List<SparseVector> inside = new ArrayList<>();
        List<SparseVector> outside = new ArrayList<>();
        for (int j = 0; j < classes; j++) {
            inside.add(column(0, random));
            outside.add(column(4, random));
        }
        return new GroundSet(8, inside, outside, Collections.nCopies(classes, BigInteger.ONE));
    }

    private static SparseVector column(int first, SplittableRandom random) {
        int[] rows = IntStream.range(first, first + 4)
                .filter(i -> random.nextInt(3) == 0)
                .toArray();
        int[] some = rows.length > 0 ? rows : new int[] {first};
        return new SparseVector(
                some, Arrays.stream(some).mapToLong(i -> random.nextInt(1, 4)).toArray());
    }

    /** Gaussian elimination in rational numbers. */
    private static boolean independent(List<SparseVector> columns, BitSet subset) {
        List<double[]> basis = new ArrayList<>();
        for (int j : subset.stream().toArray()) {
            double[] vector = new double[8];
            SparseVector column = columns.get(j);
            for (int e = 0; e < column.indices().length; e++) {
                vector[column.indices()[e]] = column.values()[e];
            }
            for (double[] other : basis) {
                int pivot = IntStream.range(0, 8)
                        .filter(i -> Math.abs(other[i]) > 1e-9)
                        .findFirst()
                        .orElseThrow();
                double factor = vector[pivot] / other[pivot];
                for (int i = 0; i < 8; i++) {
                    vector[i] -= factor * other[i];
                }
            }
            if (Arrays.stream(vector).allMatch(x -> Math.abs(x) < 1e-9)) {
                return false;
            }
            basis.add(vector);
        }
        return true;
    }

    private static double total(BitSet subset, double[] weights) {
        return subset.stream().mapToDouble(j -> weights[j]).sum();
    }
}
