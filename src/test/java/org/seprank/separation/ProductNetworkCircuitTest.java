package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.separation.ProductNetworkCircuit.Factor;
import org.seprank.separation.ProductNetworkCircuit.Node;
import org.seprank.separation.ProductNetworkCircuit.Side;
import org.seprank.walk.Target;
import org.seprank.walk.WalkCounts;

class ProductNetworkCircuitTest {
    static LongStream seeds() {
        return LongStream.range(100, 160);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pathsThroughTheCircuitAreWalksToTheTarget(long seed) {
        SeparationProblem problem = Problems.random(seed, 5);
        int n = problem.graph().vertexCount();
        WalkCounts walks = WalkCounts.endingIn(problem.graph(), problem.target().ends(n), problem.depth());
        List<Node> nodes = ProductNetworkCircuit.of(problem).nodes();
        BigInteger[] paths = new BigInteger[nodes.size()];
        java.util.Arrays.fill(paths, BigInteger.ZERO);
        paths[paths.length - 1] = BigInteger.ONE;
        for (int k = nodes.size() - 1; k >= 0; k--) {
            for (Factor factor : nodes.get(k).factors()) {
                paths[factor.node()] =
                        paths[factor.node()].add(paths[k].multiply(BigInteger.valueOf(factor.exponent())));
            }
        }
        BigInteger[] atVertex = new BigInteger[n];
        java.util.Arrays.fill(atVertex, BigInteger.ZERO);
        for (int k = 0; k < nodes.size() && nodes.get(k).layer() == 0; k++) {
            atVertex[nodes.get(k).vertex()] = paths[k];
        }
        for (int v = 0; v < n; v++) {
            assertThat(atVertex[v]).as("%s, vertex %d", problem, v).isEqualTo(walks.at(v));
        }
    }

    @Test
    void aCliqueHasOneHiddenVectorPerLayer() {
        ProductNetworkCircuit circuit = ProductNetworkCircuit.of(
                new SeparationProblem(Problems.complete(6), VertexSet.range(6, 0, 2), Target.graph(), 3, 2, 2));
        assertThat(circuit.nodes()).hasSize(6 + 1 + 1 + 1);
        assertThat(circuit.nodes().get(6).factors()).hasSize(6).allMatch(factor -> factor.exponent() == 1);
        assertThat(circuit.nodes().get(7).factors()).containsExactly(new Factor(6, 6));
        assertThat(circuit.nodes().get(8).factors()).containsExactly(new Factor(7, 36));
        assertThat(circuit.mixed()).containsExactly(6, 7, 8);
    }

    @Test
    void onlyWhatTheTargetSeesIsInTheCircuitWithItsSide() {
        // 0 - 1 - 2 - 3 - 4 - 5, I = {0, 1, 2}, depth 2 at vertex 1 sees 0..3
        ProductNetworkCircuit circuit = ProductNetworkCircuit.of(
                new SeparationProblem(Problems.path(6), VertexSet.range(6, 0, 2), Target.vertex(1), 2, 2, 2));
        assertThat(circuit.nodes())
                .containsExactly(
                        new Node(0, Side.INNER, 0, List.of()),
                        new Node(0, Side.INNER, 1, List.of()),
                        new Node(0, Side.INNER, 2, List.of()),
                        new Node(0, Side.OUTER, 3, List.of()),
                        new Node(1, Side.INNER, 0, List.of(new Factor(0, 1), new Factor(1, 1))),
                        new Node(1, Side.INNER, 1, List.of(new Factor(0, 1), new Factor(1, 1), new Factor(2, 1))),
                        new Node(1, Side.MIXED, 2, List.of(new Factor(1, 1), new Factor(2, 1), new Factor(3, 1))),
                        new Node(2, Side.MIXED, -1, List.of(new Factor(4, 1), new Factor(5, 1), new Factor(6, 1))));
        assertThat(circuit.leaves(Side.INNER)).containsExactly(0, 1, 2);
        assertThat(circuit.of(Side.INNER)).containsExactly(0, 1, 2, 4, 5);
        assertThat(circuit.of(Side.OUTER)).containsExactly(3);
        assertThat(circuit.factors(7, Side.INNER)).containsExactly(new Factor(4, 1), new Factor(5, 1));
        assertThat(circuit.factors(7, Side.MIXED)).containsExactly(new Factor(6, 1));
    }

    @Test
    void directedEdgesCarryInputsFromTailToHead() {
        Graph cycle = Graph.directed(3, new int[][] {{0, 1}, {1, 2}, {2, 0}});
        ProductNetworkCircuit circuit =
                ProductNetworkCircuit.of(new SeparationProblem(cycle, VertexSet.of(3, 0), Target.vertex(1), 1, 2, 2));
        assertThat(circuit.nodes()).extracting(Node::vertex).containsExactly(0, 1, -1);
    }
}
