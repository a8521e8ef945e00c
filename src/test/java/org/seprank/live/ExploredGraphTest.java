package org.seprank.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.RandomProblems;
import org.seprank.rewire.Ties;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

class ExploredGraphTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Two triangles with a bridge between 2 and 3. */
    private static final Graph TRIANGLES =
            Graph.undirected(6, new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}});

    private static final VertexSet LEFT = VertexSet.range(6, 0, 2);

    @Test
    void numbersAreThoseOfAnAnalysis() throws IOException {
        for (SeparationProblem problem : RandomProblems.of(200, 8, 7)) {
            ExploredGraph live = ExploredGraph.of(problem.graph());
            Moment moment = new Moment(problem.partition(), problem.target(), "", 0);
            SeparationAnalysis analysis = SeparationAnalysis.of(problem);
            int depth = problem.depth();
            JsonNode walks = JSON.readTree(live.walkIndices(moment, 8));
            assertThat(walks.get(depth - 1).asText())
                    .as(problem.toString())
                    .isEqualTo(analysis.walkIndex().toString());
            JsonNode all = JSON.readTree(live.allBounds(moment, depth, problem.inputWidth(), problem.hiddenWidth()));
            assertThat(all.get("bounds")).hasSameSizeAs(analysis.bounds().all());
            for (int i = 0; i < analysis.bounds().all().size(); i++) {
                assertSame(all.get("bounds").get(i), analysis.bounds().all().get(i));
            }
            JsonNode dimension = JSON.readTree(live.dimension(moment, depth));
            assertThat(dimension.isNull()).isEqualTo(depth == 1);
            analysis.interactionDimension().ifPresent(known -> {
                assertThat(dimension.get("value").asInt()).isEqualTo(known.value());
                assertThat(dimension.get("certainty").asText())
                        .isEqualTo(known.certainty().id());
            });
        }
    }

    private static void assertSame(JsonNode json, Bound bound) {
        assertThat(json.get("name").asText()).isEqualTo(bound.name());
        assertThat(json.get("side").asText()).isEqualTo(bound.side() == Bound.Side.UPPER ? "upper" : "lower");
        assertThat(json.get("note").asText()).isEqualTo(bound.note());
        assertThat(json.get("nats").isNull()).isEqualTo(!bound.isFinite());
        if (bound.isFinite()) {
            assertThat(json.get("nats").asDouble()).isEqualTo(bound.nats());
        }
        if (!json.get("rank").isNull()) {
            assertThat(bound.rank().exact())
                    .hasToString("Optional[" + json.get("rank").asText() + "]");
        }
    }

    @Test
    void fastBoundsAreSomeOfAll() throws IOException {
        for (SeparationProblem problem : RandomProblems.of(60, 8, 8)) {
            List<Bound> all = Bounds.of(problem, Bounds.Options.defaults()).all();
            List<Bound> fast = Bounds.fast(problem, Bounds.Options.defaults()).all();
            assertThat(all).containsAll(fast);
            assertThat(fast.stream().map(Bound::side)).contains(Bound.Side.UPPER, Bound.Side.LOWER);
            assertThat(fast.stream().map(Bound::name)).doesNotContain("multiset-separator", "matroid");
        }
    }

    @Test
    void editsAreMadeInTheirOrder() throws IOException {
        ExploredGraph live = ExploredGraph.of(TRIANGLES);
        live.list("mine", new int[] {2, 3, -1, -6, 0, 1}); // removes the bridge, adds {0, 5}, removes {0, 1}
        EditList edits = EditList.of(Edit.remove(2, 3), Edit.add(0, 5), Edit.remove(0, 1));
        int[] counts = {0, 1, 2, 3};
        JsonNode along = JSON.readTree(live.walkIndexAlong(Moment.of(LEFT).in("mine", 0), 3, counts));
        int[] components = live.componentsAlong("mine", counts);
        for (int k : counts) {
            Graph now = edits.prefix(k).applyTo(TRIANGLES);
            String expected = WalkIndex.of(now, LEFT, Target.graph(), 3).toString();
            assertThat(along.get(k).asText()).isEqualTo(expected);
            assertThat(JSON.readTree(live.walkIndices(Moment.of(LEFT).in("mine", k), 3))
                            .get(2)
                            .asText())
                    .isEqualTo(expected);
            assertThat(components[k]).isEqualTo(Components.of(now).count());
        }
        assertThat(live.own(Moment.of(LEFT).in("mine", 3), 0, 3)).isEqualTo(7);
        assertThatThrownBy(() -> live.walkIndices(Moment.of(LEFT).in("other", 1), 3))
                .hasMessage("no list 'other' of edits");
    }

    @Test
    void aListMayBeReplaced() throws IOException {
        ExploredGraph live = ExploredGraph.of(TRIANGLES);
        live.list("mine", new int[] {2, 3});
        assertThat(live.walkIndices(Moment.of(LEFT).in("mine", 1), 1)).isEqualTo("[\"0\"]");
        live.list("mine", new int[] {0, 1});
        assertThat(live.walkIndices(Moment.of(LEFT).in("mine", 1), 1)).isEqualTo("[\"2\"]");
        assertThat(live.componentsAlong("mine", new int[] {0, 1})).containsExactly(1, 1);
    }

    @Test
    void theBridgeHurtsMost() {
        ExploredGraph live = ExploredGraph.of(TRIANGLES);
        assertThat(live.strongest(Moment.of(LEFT), 2, 3)).isEqualTo("[[2,3,\"8\"],[0,2,\"1\"],[1,2,\"1\"]]");
        List<Integer> order = new ArrayList<>();
        for (int end : live.order(3, Ties.FIRST)) {
            order.add(end);
        }
        assertThat(order).hasSize(14);
        assertThat(live.edgeCount()).isEqualTo(7);
    }
}
