package org.seprank.rewire.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.curvature.OllivierRicci.Options;
import org.seprank.rewire.curvature.OllivierRicci.Shipment;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

class BatchOllivierRicciTest {
    private static EditList rewire(Graph graph, int additions, int removals, int count) {
        return new BatchOllivierRicci(additions, removals).rewire(graph, count, Progress.none());
    }

    @Test
    void theCliquesOfABarbellAreJoined() {
        Graph graph = BalancedFormanTest.barbell();
        Edit edit = rewire(graph, 1, 0, 1).get(0);
        assertThat(edit.kind()).isEqualTo(Edit.Kind.ADD);
        assertThat(edit.u()).isLessThan(4);
        assertThat(edit.v()).isGreaterThan(5);
        assertThat(rewire(graph, 1, 0, 1).relation(0)).isEqualTo(1);
    }

    @Test
    void aCliqueOnlyLosesEdges() {
        EditList rewiring = rewire(TestGraphs.clique(5), 2, 1, 1);
        assertThat(rewiring).isEqualTo(EditList.of(Edit.remove(0, 1)));
        assertThat(rewire(TestGraphs.clique(5), 2, 0, 4)).isEqualTo(EditList.empty());
    }

    /** The method word for word, with all curvatures anew in every batch. */
    private static EditList byDefinition(Graph graph, int additions, int removals, int count) {
        OllivierRicci ricci = OllivierRicci.of(Options.defaults());
        EditList.Builder edits = EditList.builder();
        Graph now = graph;
        for (int before = -1; edits.size() > before && edits.size() < count; ) {
            before = edits.size();
            Graph batch = now;
            double[] values = ricci.all(batch);
            List<Integer> order = IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparing(e -> values[e]))
                    .toList();
            List<Edit> planned = new ArrayList<>();
            for (int e : order.subList(0, Math.min(additions, order.size()))) {
                Graph soFar = now;
                Edge best = new Edge(0, 0);
                double most = 0;
                for (Shipment s : OllivierRicciTest.transport(batch, batch.source(e), batch.target(e))) {
                    if (s.cost() > most && soFar.edgeBetween(s.from(), s.to()) < 0) {
                        most = s.cost();
                        best = new Edge(s.from(), s.to());
                    }
                }
                if (most > 0) {
                    planned.add(Edit.add(best.u(), best.v()));
                    now = now.with(List.of(best));
                }
            }
            List<Integer> falling = IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparing(e -> -values[e]))
                    .toList();
            for (int e : falling.subList(0, Math.min(removals, falling.size()))) {
                Edit edit = Edit.remove(batch.source(e), batch.target(e));
                planned.add(edit);
                now = EditList.of(edit).applyTo(now);
            }
            for (int i = 0; i < planned.size() && edits.size() < count; i++) {
                edits.add(planned.get(i));
            }
        }
        return edits.build();
    }

    @Test
    void editsAreThoseOfTheDefinition() {
        for (long seed = 0; seed < 15; seed++) {
            Graph graph =
                    seed % 3 == 0 ? TestGraphs.hubs(seed, 30, 2, false) : TestGraphs.random(seed, 14, 2, 0.25, false);
            int additions = (int) (seed % 4);
            int removals = additions == 0 ? 2 : (int) (seed % 3);
            assertThat(rewire(graph, additions, removals, 20))
                    .as("seed " + seed)
                    .isEqualTo(byDefinition(graph, additions, removals, 20));
        }
    }

    @Test
    void fewerEditsAreAPrefix() {
        Graph graph = TestGraphs.hubs(4, 50, 2, false);
        EditList all = rewire(graph, 4, 2, 25);
        assertThat(all.size()).isEqualTo(25);
        for (int count = 0; count < 25; count += 2) {
            assertThat(rewire(graph, 4, 2, count)).isEqualTo(all.prefix(count));
        }
        assertThat(all.applyTo(graph).vertexCount()).isEqualTo(50);
    }

    @Test
    void removalsEndWithTheLastEdge() {
        Graph graph = TestGraphs.cycle(4);
        assertThat(rewire(graph, 0, 3, 99).applyTo(graph).edgeCount()).isZero();
        assertThat(rewire(GraphBuilder.over(3, false).build(), 1, 1, 5)).isEqualTo(EditList.empty());
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchOllivierRicci(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchOllivierRicci(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> rewire(TestGraphs.cycle(4), 1, 1, -2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rewire(TestGraphs.small(1, true), 1, 1, 1))
                .withMessageContaining("undirected");
    }
}
