package org.seprank.rewire.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

class ExpanderRewirerTest {
    private static EditList all(ExpanderRewirer method, Graph graph) {
        return method.rewire(graph, Integer.MAX_VALUE, Progress.none());
    }

    @ParameterizedTest
    @CsvSource({"2,6", "3,24", "4,48", "5,120", "6,144", "7,336", "8,384", "9,648", "10,720", "11,1320", "12,1152"})
    void orderOfTheGroup(int q, long order) {
        assertThat(CayleyGraph.order(q)).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void orderIsTheNumberOfMatricesOfDeterminantOne(int q) {
        long matrices = 0;
        for (int i = 0; i < q * q * q * q; i++) {
            int a = i % q;
            int b = i / q % q;
            int c = i / (q * q) % q;
            int d = i / (q * q * q);
            matrices += Math.floorMod(a * d - b * c, q) == 1 ? 1 : 0;
        }
        assertThat(CayleyGraph.order(q)).isEqualTo(matrices);
    }

    @ParameterizedTest
    @CsvSource({"0,2", "6,2", "7,3", "24,3", "25,4", "121,6", "1153,11", "11758,23"})
    void smallestModulus(long n, int q) {
        assertThat(CayleyGraph.smallestModulus(n)).isEqualTo(q);
        assertThat(CayleyGraph.order(q)).isGreaterThanOrEqualTo(n);
    }

    @ParameterizedTest
    @CsvSource({"6,2", "24,4", "48,4", "120,4", "144,4", "336,4"})
    void wholeGroupsAreRegularAndConnected(int n, int degree) {
        Graph empty = Graph.undirected(n, new int[0][]);
        Graph after = all(new ExpanderRewirer(false), empty).applyTo(empty);
        for (int v = 0; v < n; v++) {
            assertThat(after.out().degree(v)).isEqualTo(degree);
        }
        assertThat(Components.of(after).count()).isEqualTo(1);
    }

    @Test
    void anyNumberOfVerticesIsConnected() {
        for (int n = 1; n < 60; n++) {
            Graph empty = Graph.undirected(n, new int[0][]);
            Graph after = all(new ExpanderRewirer(false), empty).applyTo(empty);
            assertThat(Components.of(after).count()).as("n = %d", n).isEqualTo(1);
            assertThat(after.out().maxDegree()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void existingEdgesAreSkippedAndNewOnesAreRelationOne() {
        Graph graph = TestGraphs.random(1, 24, 0, 0.3, false);
        Graph empty = Graph.undirected(24, new int[0][]);
        Graph expander = all(new ExpanderRewirer(false), empty).applyTo(empty);
        EditList rewiring = all(new ExpanderRewirer(false), graph);
        Graph after = rewiring.applyTo(graph);
        int common = 0;
        for (int e = 0; e < expander.edgeCount(); e++) {
            common += graph.edgeBetween(expander.source(e), expander.target(e)) >= 0 ? 1 : 0;
            assertThat(after.edgeBetween(expander.source(e), expander.target(e)))
                    .isNotNegative();
        }
        assertThat(common).isPositive();
        assertThat(rewiring.size()).isEqualTo(expander.edgeCount() - common);
        int[] relations = rewiring.relationsAfter(graph);
        for (int e = 0; e < after.edgeCount(); e++) {
            boolean old = graph.edgeBetween(after.source(e), after.target(e)) >= 0;
            assertThat(relations[e]).isEqualTo(old ? EditList.ORIGINAL : 1);
        }
    }

    @Test
    void directedGraphsGetBothArcs() {
        Graph graph = TestGraphs.random(2, 24, 0, 0.2, true);
        Graph after = all(new ExpanderRewirer(false), graph).applyTo(graph);
        Graph empty = Graph.undirected(24, new int[0][]);
        Graph expander = all(new ExpanderRewirer(false), empty).applyTo(empty);
        for (int e = 0; e < expander.edgeCount(); e++) {
            assertThat(after.edgeBetween(expander.source(e), expander.target(e)))
                    .isNotNegative();
            assertThat(after.edgeBetween(expander.target(e), expander.source(e)))
                    .isNotNegative();
        }
    }

    @Test
    void aSmallerCountGivesAPrefixAndHalfGivesMostVerticesTwoNeighbours() {
        Graph empty = Graph.undirected(100, new int[0][]);
        EditList all = all(new ExpanderRewirer(false), empty);
        for (int count = 0; count <= all.size(); count += 7) {
            assertThat(new ExpanderRewirer(false).rewire(empty, count, Progress.none()))
                    .isEqualTo(all.prefix(count));
        }
        Graph half = all.prefix(all.size() / 2).applyTo(empty);
        assertThat(half.out().maxDegree()).isLessThanOrEqualTo(3);
    }

    /** Surplus elements are virtual vertices, so that nothing of the group is cut off (Cayley graph propagation). */
    @ParameterizedTest
    @CsvSource({"1,6,2", "5,6,2", "6,6,2", "7,24,4", "20,24,4", "30,48,4", "50,120,4", "145,336,4"})
    void keptWholeTheExpanderIsRegular(int n, int elements, int degree) {
        Graph empty = Graph.undirected(n, new int[0][]);
        EditList rewiring = all(new ExpanderRewirer(true), empty);
        assertThat(rewiring.vertices()).hasSize(elements - n);
        Graph after = rewiring.applyTo(empty);
        assertThat(after.vertexCount()).isEqualTo(elements);
        for (int v = 0; v < elements; v++) {
            assertThat(after.out().degree(v)).isEqualTo(degree);
        }
        Graph group = Graph.undirected(elements, new int[0][]);
        assertThat(all(new ExpanderRewirer(false), group).toList()).isEqualTo(rewiring.toList());
    }

    @Test
    void keptWholeTheEdgesOfTheGraphAreNotAddedAgain() {
        for (boolean directed : new boolean[] {false, true}) {
            Graph graph = TestGraphs.random(3, 30, 0, 0.3, directed);
            EditList rewiring = all(new ExpanderRewirer(true), graph);
            assertThat(rewiring.applyTo(graph).edgeCount()).isEqualTo(graph.edgeCount() + rewiring.size());
            for (int count = 0; count < rewiring.size(); count += 11) {
                assertThat(new ExpanderRewirer(true).rewire(graph, count, Progress.none()))
                        .isEqualTo(rewiring.prefix(count));
            }
        }
    }
}
