package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.seprank.separation.Bound.Side.LOWER;
import static org.seprank.separation.Bound.Side.UPPER;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.RankOracle;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.Target;

/** Values worked out by hand or by an independent program. */
class WorkedValuesTest {
    static final Graph PATH4 = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});
    static final Graph CYCLE4 = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
    static final Graph STAR5 = Graph.undirected(5, new int[][] {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
    static final Graph TWO_TRIANGLES =
            Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 3}});

    private static Graph graph(String name) {
        return switch (name) {
            case "edge" -> Graph.undirected(2, new int[][] {{0, 1}});
            case "path3" -> Graph.undirected(3, new int[][] {{0, 1}, {1, 2}});
            case "path4" -> PATH4;
            default -> Graph.undirected(3, new int[][] {{0, 1}, {1, 2}, {0, 2}});
        };
    }

    private static SeparationProblem problem(Graph graph, int[] inside, int target, int depth, int dx, int dh) {
        return new SeparationProblem(
                graph,
                VertexSet.of(graph.vertexCount(), inside),
                target < 0 ? Target.graph() : Target.vertex(target),
                depth,
                dx,
                dh);
    }

    private static long upper(Bounds bounds, String name) {
        return value(bounds, UPPER, name);
    }

    private static long value(Bounds bounds, Bound.Side side, String name) {
        return bounds.named(side, name)
                .orElseThrow()
                .rank()
                .exact()
                .orElseThrow()
                .longValueExact();
    }

    @ParameterizedTest
    @CsvSource({
        "edge, 1, 2, -1, 2 4, 5, 7, 17, 5, 5",
        "path3, 1, 3, -1, 2 5 12, 13, 20, 49, 13, 13",
        "path3, 1, 3, 0, 1 2 4, 5, 7, 16, 5, 5",
        "path4, 2, 2, -1, 2 6, 24, 9, 25, 54, 7",
        "path4, 2, 3, -1, 2 6 16, 126, 25, 65, 308, 17",
        "path4, 2, 3, 0, 0 1 3, 6, 4, 12, 8, 4",
        "triangle, 1, 3, 0, 1 3 9, 10, 13, 36, 10, 10"
    })
    void tableOfValuesForWidthTwo(
            String name,
            int insideSize,
            int depth,
            int target,
            String walks,
            int rank,
            int walkSum,
            int paper,
            long inputs,
            long multiset) {
        Graph graph = graph(name);
        VertexSet inside = VertexSet.range(graph.vertexCount(), 0, insideSize - 1);
        SeparationProblem problem = problem(graph, inside.toArray(), target, depth, 2, 2);
        Bounds bounds = Bounds.of(problem, Bounds.Options.defaults());
        Unfolding unfolding = Unfolding.of(graph, problem.target().ends(graph.vertexCount()), depth);
        List<String> counts = IntStream.range(0, depth)
                .mapToObj(k ->
                        unfolding.copies(depth - k).sum(inside.boundary(graph)).toString())
                .toList();
        assertThat(String.join(" ", counts)).isEqualTo(walks);
        assertThat(bounds.named(UPPER, "walk-sum").orElseThrow().toBase(2)).isEqualTo(walkSum);
        assertThat(bounds.named(UPPER, "paper").orElseThrow().toBase(2)).isEqualTo(paper);
        assertThat(upper(bounds, "input-monomials")).isEqualTo(inputs);
        assertThat(value(bounds, LOWER, "multiset")).isEqualTo(multiset);
        assertThat(RankOracle.rank(problem, rank + 2, 1)).isEqualTo(rank);
        assertThat(upper(bounds, bounds.tightestUpper().name())).isEqualTo(rank);
    }

    @Test
    void separatorAndLayerOneMonomialsOfPathFour() {
        int[] inside = {0, 1};
        Bounds shallow = Bounds.of(problem(PATH4, inside, -1, 2, 2, 2), Bounds.Options.defaults());
        Bounds deep = Bounds.of(problem(PATH4, inside, -1, 3, 2, 2), Bounds.Options.defaults());
        Bounds vertex = Bounds.of(problem(PATH4, inside, 0, 3, 2, 2), Bounds.Options.defaults());
        assertThat(upper(shallow, "separator")).isEqualTo(128);
        assertThat(upper(deep, "separator")).isEqualTo(1 << 17);
        assertThat(upper(vertex, "separator")).isEqualTo(8);
        assertThat(upper(shallow, "layer-1-monomials")).isEqualTo(48);
        assertThat(upper(vertex, "layer-1-monomials")).isEqualTo(6);
    }

    @Test
    void twoTrianglesJoinedByAnEdge() {
        SeparationProblem problem = problem(TWO_TRIANGLES, new int[] {0, 1, 2}, 0, 3, 2, 2);
        Bounds bounds = Bounds.of(problem, Bounds.Options.defaults());
        assertThat(upper(bounds, "layer-1-monomials")).isEqualTo(8);
        assertThat(upper(bounds, "separator")).isEqualTo(16);
        assertThat(bounds.named(UPPER, "paper").orElseThrow().nats()).isEqualTo(16 * Math.log(2), within(1e-12));
        assertThat(RankOracle.rank(problem, 10, 1)).isEqualTo(8);
    }

    @Test
    void supportClosesTheGapOfCycleFour() {
        SeparationProblem problem = problem(CYCLE4, new int[] {0, 1}, 0, 2, 2, 2);
        Bounds bounds = Bounds.of(problem, Bounds.Options.defaults());
        assertThat(upper(bounds, "side-monomials")).isEqualTo(6);
        assertThat(upper(bounds, "monomial-matching")).isEqualTo(5);
        assertThat(value(bounds, LOWER, "monomial-peeling")).isEqualTo(5);
        assertThat(bounds.meet()).isTrue();
        assertThat(RankOracle.rank(problem, 8, 1)).isEqualTo(5);
    }

    @Test
    void interchangeableLeavesCloseTheGapOfStarFive() {
        SeparationProblem problem = problem(STAR5, new int[] {1, 2}, 0, 2, 2, 3);
        Bounds bounds = Bounds.of(problem, Bounds.Options.defaults());
        assertThat(upper(bounds, "input-monomials")).isEqualTo(9);
        assertThat(upper(bounds, "input-orbits")).isEqualTo(6);
        assertThat(RankOracle.rank(problem, 8, 1)).isEqualTo(6);
    }
}
