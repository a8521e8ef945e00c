package org.seprank.separation.matroid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.oracle.RankOracle;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.Target;

class TwoLayerBoundTest {
    /**
     * Paths cut in the middle, of 3m and other numbers of vertices: ((D, 3))² ((D, 6))² at depth 3, where one end of
     * the cut has k = 9 and its neighbour 3, for graphs; 1 where a side has too few vertices.
     */
    @ParameterizedTest(name = "{0} 0-{1} t={2} L={3} mode {4} D={5}")
    @CsvSource({
        "'path,n=8', 3, -1, 3, 1, 2, 784",
        "'path,n=8', 3, -1, 3, 1, 3, 78400",
        "'path,n=9', 3, -1, 3, 1, 2, 784",
        "'path,n=10', 4, -1, 4, 1, 2, 36100",
        "'path,n=8', 3, 3, 4, 1, 2, 216",
        "'path,n=6', 2, -1, 3, 1, 2, 1",
        "'cycle,n=16', 7, -1, 3, 1, 2, 614656",
        "'complete,n=6', 2, -1, 3, 1, 2, 1",
        "'path,n=8', 3, 0, 3, 1, 1, 1",
    })
    void workedValuesHold(String family, int last, int target, int depth, int mode, int width, long value) {
        Graph graph = GraphFamily.parse("family:" + family, 0);
        int n = graph.vertexCount();
        Unfolding unfolding = Unfolding.of(graph, target < 0 ? VertexSet.all(n) : VertexSet.of(n, target), depth);
        MatroidBound bound = TwoLayerBound.of(unfolding, VertexSet.range(n, 0, last), mode, width, SearchEffort.of(1));
        assertEquals(Magnitude.of(value), bound.rank(), bound.note());
    }

    /** On a path of 8 the bound times D_h is the rank: the upper bound, certified. */
    @Test
    void pathsHaveTheirRankButForTheRoot() {
        Graph path = GraphFamily.parse("family:path,n=8", 0);
        SeparationProblem problem = new SeparationProblem(path, VertexSet.range(8, 0, 3), Target.graph(), 3, 2, 2);
        assertEquals(
                Magnitude.of(1568),
                Bounds.of(problem, Bounds.Options.defaults()).tightestUpper().rank());
        assertEquals(1568, RankOracle.rank(problem, 1569, 3));
    }

    @Test
    void boundsAreAtMostTheRank() {
        SplittableRandom random = new SplittableRandom(5);
        int coupled = 0;
        int decided = 0;
        for (int k = 0; k < 3000; k++) {
            SeparationProblem problem = problem(random, k % 4 == 3);
            Unfolding unfolding = Unfolding.of(
                    problem.graph(), problem.target().ends(problem.graph().vertexCount()), problem.depth());
            MatroidBound bound =
                    TwoLayerBound.of(unfolding, problem.partition(), 1, problem.inputWidth(), SearchEffort.of(1));
            if (bound.rank().nats() > 0 && !bound.note().contains(" 0 coupled")) {
                coupled++;
                Bound upper = Bounds.of(problem, Bounds.Options.defaults()).tightestUpper();
                assertThat(bound.rank()).as("%s", problem).isLessThanOrEqualTo(upper.rank());
                if (upper.nats() < Math.log(400)) {
                    decided++;
                    int rank = RankOracle.rank(problem, (int) Math.round(Math.exp(upper.nats())) + 1, 7);
                    assertThat(bound.rank()).as("%s", problem).isLessThanOrEqualTo(Magnitude.of(rank));
                }
            }
        }
        assertThat(coupled).isGreaterThan(200);
        assertThat(decided).isGreaterThan(50);
    }

    /** A sparse graph of 8 to 11 vertices, cut along its numbers. */
    private static SeparationProblem problem(SplittableRandom random, boolean directed) {
        int n = random.nextInt(8, 12);
        GraphBuilder builder = GraphBuilder.over(n, directed);
        for (int v = 1; v < n; v++) {
            builder.edge(Math.max(0, v - 1 - random.nextInt(2)), v);
            if (directed) {
                builder.edge(v, v - 1);
            }
        }
        VertexSet side = VertexSet.range(n, 0, n / 2 - 1 + random.nextInt(2));
        Target target = random.nextInt(4) == 0 ? Target.graph() : Target.vertex(random.nextInt(n));
        int width = random.nextInt(2, 4);
        return new SeparationProblem(builder.build(), side, target, random.nextInt(3, 5), width, width);
    }

    /** Of two couplings the one that must stand first does, in whatever order they are given. */
    @Test
    void couplingsStandInTriangularOrder() {
        Coupling one = new Coupling(2, 3, 4, BigInteger.ONE, 1);
        Coupling other = new Coupling(3, 4, 5, BigInteger.ONE, 1);
        Map<Integer, BitSet> classes = Map.of(2, bits(3), 3, bits(3, 4), 4, bits(3, 4), 5, bits(4));
        assertEquals(List.of(one, other), Coupling.choose(List.of(other, one), u -> classes.getOrDefault(u, bits())));
        assertEquals(List.of(one, other), Coupling.choose(List.of(one, other), u -> classes.getOrDefault(u, bits())));
    }

    /** Class 9 has neighbours on both sides of the only coupling and none of its own. */
    @Test
    void couplingsOfClassesWithLooseEndsAreDropped() {
        Coupling one = new Coupling(2, 3, 4, BigInteger.ONE, 1);
        assertEquals(List.of(), Coupling.choose(List.of(one), u -> bits(3, 9)));
        assertEquals(List.of(one), Coupling.choose(List.of(one), u -> u == 2 ? bits(3, 9) : bits(3)));
    }

    private static BitSet bits(int... ones) {
        BitSet bits = new BitSet();
        for (int one : ones) {
            bits.set(one);
        }
        return bits;
    }
}
