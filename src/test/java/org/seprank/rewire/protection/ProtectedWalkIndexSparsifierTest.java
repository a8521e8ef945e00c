package org.seprank.rewire.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.SparsificationOracle;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.walk.WalkIndexSparsifier;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

class ProtectedWalkIndexSparsifierTest {
    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "3,false", "4,false", "5,false", "1,true", "2,true", "3,true", "4,true", "5,true"
    })
    void orderIsThatOfTheDefinition(int depth, boolean directed) {
        for (int seed = 0; seed < 128; seed++) {
            Graph graph = TestGraphs.small(seed, directed);
            RemovalRules rules = TestGraphs.rules(seed);
            List<Interaction> partitions = TestGraphs.partitions(seed, graph.vertexCount(), 1 + seed % 4);
            EditList actual = new ProtectedWalkIndexSparsifier(new Protection(depth, partitions), rules)
                    .sparsify(graph, Budget.all());
            assertThat(actual.toList())
                    .as("seed %d, %s, %s, %s", seed, graph, rules, partitions)
                    .isEqualTo(SparsificationOracle.order(graph, partitions, depth, rules));
        }
    }

    @ParameterizedTest
    @CsvSource({"2,false", "3,false", "4,false", "2,true", "3,true", "4,true"})
    void protectingAllSingleVerticesIsTheSpecialForm(int depth, boolean directed) {
        Graph graph = TestGraphs.hubs(depth, 40, 3, directed);
        Protection singletons = new Protection(depth, TestGraphs.singletons(graph.vertexCount()));
        for (int chunk : new int[] {1, 5}) {
            RemovalRules rules = RemovalRules.defaults().withChunk(chunk);
            assertThat(new ProtectedWalkIndexSparsifier(singletons, rules).sparsify(graph, Budget.all()))
                    .isEqualTo(WalkIndexSparsifier.of(depth, rules).sparsify(graph, Budget.all()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void continuingAnyPrefixGivesTheUninterruptedList(int chunk) {
        Graph graph = TestGraphs.hubs(9, 15, 2, false);
        Protection protection = new Protection(3, TestGraphs.partitions(2, 15, 3));
        Sparsifier sparsifier = new ProtectedWalkIndexSparsifier(
                protection, RemovalRules.defaults().withChunk(chunk));
        EditList all = sparsifier.sparsify(graph, Budget.all());
        for (int cut = 0; cut <= all.size(); cut++) {
            assertThat(sparsifier.sparsify(
                            Sparsification.of(graph, Budget.all()).resuming(all.prefix(cut)),
                            EditSink.none(),
                            Progress.none()))
                    .isEqualTo(all);
        }
    }

    @Test
    void edgesFarFromTheTargetGoFirst() {
        Graph path = Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}});
        Protection protection = new Protection(3, List.of(new Interaction(VertexSet.of(6, 0), Target.vertex(0))));
        EditList order =
                new ProtectedWalkIndexSparsifier(protection, RemovalRules.defaults()).sparsify(path, Budget.all());
        assertThat(order.get(4)).isEqualTo(Edit.remove(0, 1));
    }

    @Test
    void whatCannotBeProtectedIsRefused() {
        Interaction five = new Interaction(VertexSet.of(5, 0), Target.graph());
        Interaction six = new Interaction(VertexSet.of(6, 0), Target.graph());
        assertThatIllegalArgumentException().isThrownBy(() -> new Interaction(VertexSet.of(5, 0), Target.vertex(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Protection(3, List.of(five, six)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Protection(3, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Protection(0, List.of(five)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Protection(65, List.of(five)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProtectedWalkIndexSparsifier(
                                new Protection(3, List.of(five)), RemovalRules.defaults())
                        .sparsify(TestGraphs.cycle(6), Budget.all()))
                .withMessageContaining("5 vertices");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProtectedWalkIndexSparsifier(
                                new Protection(64, List.of(six)), RemovalRules.defaults())
                        .sparsify(TestGraphs.clique(6), Budget.all()))
                .withMessageContaining("smaller depth");
    }
}
