package org.seprank.separation.monomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.RandomProblems;
import org.seprank.work.Progress;

class SideMonomialsTest {
    private static final SideMonomials.Limit LIMIT = new SideMonomials.Limit(100_000, Progress.none());

    /** All exponents (vertex, coordinate) that occur, literally. */
    private static Set<List<Integer>> exponents(Graph graph, long[] degrees, int width) {
        Set<List<Integer>> exponents = new HashSet<>();
        exponents.add(Collections.nCopies(degrees.length * width, 0));
        for (int j = 0; j < degrees.length; j++) {
            List<Integer> neighbours = new ArrayList<>(List.of(j));
            for (int k = graph.in().offsets()[j]; k < graph.in().offsets()[j + 1]; k++) {
                neighbours.add(graph.in().neighbours()[k]);
            }
            for (int copy = 0; copy < degrees[j]; copy++) {
                Set<List<Integer>> next = new HashSet<>();
                for (List<Integer> before : exponents) {
                    for (int e = 0; e < width; e++) {
                        List<Integer> after = new ArrayList<>(before);
                        for (int i : neighbours) {
                            after.set(i * width + e, after.get(i * width + e) + 1);
                        }
                        next.add(after);
                    }
                }
                exponents = next;
            }
        }
        return exponents;
    }

    private static List<Integer> part(List<Integer> exponents, VertexSet side, int width) {
        return side.stream()
                .boxed()
                .flatMap(i -> exponents.subList(i * width, (i + 1) * width).stream())
                .toList();
    }

    @Test
    void countsAgreeWithLiteralEnumeration() {
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 200; k++) {
            int n = 2 + random.nextInt(4);
            Graph graph = RandomProblems.graph(random, n, k % 2 == 0);
            VertexSet side = VertexSet.range(n, 0, random.nextInt(n - 1));
            long[] degrees = random.longs(n, 0, 4).toArray();
            int width = 1 + random.nextInt(3);
            Set<List<Integer>> all = exponents(graph, degrees, width);
            SideMonomials monomials = SideMonomials.of(graph, side, degrees, width, LIMIT);
            Set<List<Integer>> rows = new HashSet<>();
            all.forEach(one -> rows.add(part(one, side, width)));
            Set<List<Integer>> columns = new HashSet<>();
            all.forEach(one -> columns.add(part(one, side.complement(), width)));
            MonomialGraph pairs = monomials
                    .pairs(Interchange.none(side), Interchange.none(side.complement()))
                    .orElseThrow();
            assertThat(monomials.distinct()).hasValue(rows.size());
            assertThat(pairs.rows()).isEqualTo(rows.size());
            assertThat(pairs.columns()).isEqualTo(columns.size());
            assertThat(pairs.entries()).isEqualTo(all.size());
        }
    }

    @Test
    void enumerationStopsAtItsCapAndWhenCancelled() {
        Graph path = Graph.undirected(3, new int[][] {{0, 1}, {1, 2}});
        VertexSet side = VertexSet.of(3, 0);
        long[] degrees = {5, 5, 5};
        var small = new SideMonomials.Limit(10, Progress.none());
        assertThat(SideMonomials.of(path, side, degrees, 2, small).distinct()).isEmpty();
        assertThat(SideMonomials.of(path, side, degrees, 2, LIMIT).distinct()).hasValue(11);
        long[] huge = {Long.MAX_VALUE, 1, 1};
        assertThat(SideMonomials.of(path, side, huge, 2, LIMIT).distinct()).isEmpty();
        var cancelled = new SideMonomials.Limit(100_000, new Cancelled());
        assertThat(SideMonomials.of(path, side, degrees, 2, cancelled).distinct())
                .isEmpty();
        assertThat(SideMonomials.of(path, side, degrees, 2, cancelled)
                        .pairs(Interchange.none(side), Interchange.none(side.complement())))
                .isEmpty();
        assertThat(cancelled.note()).isEqualTo("cancelled");
        assertThat(small.note()).contains("more than 10");
    }

    private static final class Cancelled implements Progress {
        @Override
        public void start(String what, long total) {}

        @Override
        public void advanceTo(long done) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    }
}
