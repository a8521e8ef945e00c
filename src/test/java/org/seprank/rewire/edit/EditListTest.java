package org.seprank.rewire.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Attributes;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.removal.RandomSparsifier;
import org.seprank.rewire.walk.WalkIndexSparsifier;
import org.seprank.work.Progress;

class EditListTest {
    private final Graph cycle = TestGraphs.cycle(5);

    @Test
    void editsApplyOneAfterTheOther() {
        EditList edits = EditList.of(
                Edit.remove(1, 0),
                Edit.add(0, 2),
                Edit.remove(2, 3),
                Edit.add(3, 1),
                Edit.remove(2, 0),
                Edit.add(0, 1));
        Graph after = edits.applyTo(cycle);
        assertThat(edges(after))
                .containsExactly(new Edge(0, 1), new Edge(0, 4), new Edge(1, 2), new Edge(1, 3), new Edge(3, 4));
        assertThat(edges(edits.prefix(2).applyTo(cycle)))
                .containsExactly(new Edge(0, 2), new Edge(0, 4), new Edge(1, 2), new Edge(2, 3), new Edge(3, 4));
        assertThat(EditList.empty().applyTo(cycle)).isSameAs(cycle);
    }

    @Test
    void weightsOfUntouchedEdgesStayAndAdditionsWeighOne() {
        GraphBuilder builder = GraphBuilder.over(3, true);
        builder.edge(0, 1, 2.5);
        builder.edge(1, 2, 7);
        builder.edge(2, 0, 3);
        Graph after = EditList.of(Edit.remove(1, 2), Edit.remove(0, 1), Edit.add(0, 1), Edit.add(0, 2))
                .applyTo(builder.build());
        assertThat(edges(after)).containsExactly(new Edge(0, 1), new Edge(0, 2), new Edge(2, 0));
        assertThat(after.weight(0)).isEqualTo(1); // removed and added again
        assertThat(after.weight(1)).isEqualTo(1);
        assertThat(after.weight(2)).isEqualTo(3);
    }

    @Test
    void editsThatCannotBeMadeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> EditList.of(Edit.remove(0, 1), Edit.remove(0, 1)).applyTo(cycle))
                .withMessageContaining("edit 2 removes (0, 1), which is not an edge");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditList.of(Edit.add(4, 0)).applyTo(cycle))
                .withMessageContaining("edit 1 adds (4, 0), which is an edge already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditList.of(Edit.add(0, 2), Edit.add(2, 0)).applyTo(cycle))
                .withMessageContaining("edit 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditList.of(Edit.remove(0, 2)).applyTo(cycle));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditList.of(Edit.add(0, 9)).applyTo(cycle))
                .withMessageContaining("outside 0..4");
        assertThatIllegalArgumentException().isThrownBy(() -> Edit.add(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Edit.remove(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Edit.remove(1, -3));
    }

    @Test
    void prefixesAreListsOfTheirOwn() {
        EditList edits = EditList.of(Edit.remove(0, 1), Edit.add(0, 2), Edit.remove(1, 2));
        assertThat(edits.prefix(2)).isEqualTo(EditList.of(Edit.remove(0, 1), Edit.add(0, 2)));
        assertThat(edits.prefix(2)).hasSameHashCodeAs(EditList.of(Edit.remove(0, 1), Edit.add(0, 2)));
        assertThat(edits.prefix(2)).isNotEqualTo(edits);
        assertThat(EditList.of(Edit.add(0, 1))).isNotEqualTo(EditList.of(Edit.remove(0, 1)));
        assertThat(edits.prefix(1).additionCount()).isZero();
        assertThat(edits.additionCount()).isEqualTo(1);
        assertThat(edits.toString()).contains("ADD");
        assertThat(WalkIndexSparsifier.of(2)
                        .sparsify(TestGraphs.cycle(30), Budget.all())
                        .toString())
                .endsWith("and 10 more");
        assertThatIllegalArgumentException().isThrownBy(() -> edits.prefix(4));
        assertThatIllegalArgumentException().isThrownBy(() -> edits.prefix(-1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> edits.prefix(1).get(1));
        Iterator<Edit> iterator = edits.prefix(1).iterator();
        iterator.next();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
    }

    @Test
    void additionsHaveWeightsAndRelations() {
        EditList rewiring = EditList.builder()
                .add(Edit.add(0, 2), 0.5, 2)
                .add(Edit.remove(0, 1))
                .add(Edit.add(1, 3))
                .build();
        Graph after = rewiring.applyTo(cycle);
        assertThat(after.edgeCount()).isEqualTo(6);
        assertThat(after.weight(after.edgeBetween(0, 2))).isEqualTo(0.5);
        assertThat(after.weight(after.edgeBetween(1, 3))).isEqualTo(1);
        int[] relations = rewiring.relationsAfter(cycle);
        assertThat(relations[after.edgeBetween(0, 2)]).isEqualTo(2);
        assertThat(relations[after.edgeBetween(1, 3)]).isEqualTo(1);
        assertThat(relations[after.edgeBetween(1, 2)]).isEqualTo(EditList.ORIGINAL);
        assertThat(rewiring.relations()).isEqualTo(3);
        assertThat(rewiring.weighted()).isTrue();
        assertThat(rewiring.prefix(1))
                .isEqualTo(EditList.builder().add(Edit.add(0, 2), 0.5, 2).build());
    }

    @Test
    void anEdgeRemovedAndAddedAgainHasTheNewWeight() {
        EditList rewiring = EditList.builder()
                .add(Edit.remove(1, 0))
                .add(Edit.add(0, 1), 3, 1)
                .build();
        Graph after = rewiring.applyTo(cycle);
        assertThat(after.edgeCount()).isEqualTo(5);
        assertThat(after.weight(after.edgeBetween(0, 1))).isEqualTo(3);
    }

    /** As GDC does with every edge that it keeps. */
    @Test
    void anEdgeRemovedAndAddedAgainKeepsItsAttributes() {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1);
        builder.edge(1, 2);
        builder.edgeAttributes().column("rel", Attributes.Type.TEXT).value("rel", 0, "kin");
        builder.edgeAttributes().value("rel", 1, "work").value("id", 0, "E1");
        EditList edits = EditList.builder()
                .add(Edit.remove(0, 1))
                .add(Edit.remove(1, 2))
                .add(Edit.add(1, 0), 0.25, EditList.ORIGINAL)
                .add(Edit.add(0, 2), 0.5, EditList.ORIGINAL)
                .build();
        Graph after = edits.applyTo(builder.build());
        Attributes attributes = after.edgeAttributes();
        int again = after.edgeBetween(0, 1);
        assertThat(after.weight(again)).isEqualTo(0.25);
        assertThat(attributes.value("rel", again)).contains("kin");
        assertThat(attributes.value("id", again)).contains("E1");
        assertThat(attributes.value("rel", after.edgeBetween(0, 2))).isEmpty();
    }

    @Test
    void newVerticesComeWithTheFirstEditThatTouchesThem() {
        EditList rewiring = EditList.builder()
                .addVertex(new AddedVertex(List.of()))
                .add(Edit.add(5, 0))
                .addVertex(new AddedVertex(List.of(new AddedVertex.Part(1, 0.5))))
                .add(Edit.add(6, 1))
                .build();
        assertThat(rewiring.applyTo(cycle).vertexCount()).isEqualTo(7);
        EditList first = rewiring.prefix(1);
        assertThat(first.vertices()).hasSize(1);
        assertThat(first.applyTo(cycle).vertexCount()).isEqualTo(6);
        assertThat(rewiring.prefix(0).applyTo(cycle)).isSameAs(cycle);
    }

    @Test
    void idsOfNewVerticesGoOn() {
        GraphBuilder named = GraphBuilder.named(false);
        named.edge(named.vertex("a"), named.vertex("new1"));
        EditList rewiring = EditList.builder()
                .addVertex(new AddedVertex(List.of()))
                .add(Edit.add(2, 0))
                .build();
        assertThat(rewiring.applyTo(named.build()).ids().id(2)).isEqualTo("new2");
        assertThat(EditList.of(Edit.add(1, 3)).applyTo(cycle).ids().id(4)).isEqualTo("4");
    }

    @Test
    void edgesKeepTheirRelationsAndNewOnesComeAfterThem() {
        Graph once = EditList.builder().add(Edit.add(0, 2), 1, 1).build().applyWithRelations(path());
        assertThat(relations(once)).containsExactly("0", "1", "0");
        Graph twice = EditList.builder()
                .add(Edit.remove(0, 2))
                .add(Edit.remove(0, 1))
                .add(Edit.add(0, 1), 1, 1)
                .build()
                .applyWithRelations(once);
        assertThat(relations(twice)).containsExactly("1", "0");
    }

    @Test
    void relationsWithNamesStayBesideNewOnes() {
        GraphBuilder builder = GraphBuilder.from(path());
        builder.edgeAttributes().value(EditList.RELATION, 0, "likes");
        Graph named = builder.build();
        Graph edited = EditList.builder().add(Edit.add(0, 2), 1, 1).build().applyWithRelations(named);
        assertThat(relations(edited)).containsExactly("likes", "1", "?");
    }

    private static List<String> relations(Graph graph) {
        return IntStream.range(0, graph.edgeCount())
                .mapToObj(
                        e -> graph.edgeAttributes().value(EditList.RELATION, e).orElse("?"))
                .toList();
    }

    @Test
    void plainListsAreEqualHoweverTheyAreMade() {
        EditList plain = EditList.of(Edit.remove(0, 1), Edit.add(0, 2));
        EditList said = EditList.builder()
                .add(Edit.remove(0, 1), 1, EditList.ORIGINAL)
                .add(Edit.add(0, 2), 1, EditList.ADDED)
                .scored(7)
                .build();
        assertThat(said).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(said.plain()).isTrue();
        EditList heavy = EditList.builder()
                .add(Edit.remove(0, 1))
                .add(Edit.add(0, 2), 2, 1)
                .build();
        assertThat(heavy).isNotEqualTo(plain);
        assertThat(heavy.plain()).isFalse();
        assertThat(heavy.prefix(1)).isEqualTo(plain.prefix(1));
        assertThat(heavy.prefix(1).plain()).isTrue();
        assertThat(EditList.builder().add(Edit.add(0, 2), 1, 0).build().plain()).isFalse();
    }

    @Test
    void scoresBelongToTheirEdits() {
        EditList.Builder builder = EditList.builder().add(Edit.remove(0, 1));
        for (int i = 0; i < 40; i++) {
            builder.add(Edit.remove(0, i + 2));
            if (i % 2 == 1) {
                builder.scored(i);
            }
        }
        EditList edits = builder.build();
        assertThat(edits.score(0)).isEmpty();
        assertThat(edits.score(1)).isEmpty();
        assertThat(edits.score(2)).hasValue(1);
        assertThat(edits.score(3)).isEmpty();
        assertThat(edits.score(40)).hasValue(39);
        assertThat(edits.scored()).isTrue();
        assertThat(edits.prefix(2).scored()).isFalse();
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> edits.prefix(2).score(2));
        EditList some = EditList.builder().add(Edit.add(0, 1), 0.5, 3).build();
        assertThat(some.score(0)).isEmpty();
    }

    @Test
    void appendedVerticesThatNoEditFollowsAreLeftOut() {
        EditList edits = EditList.builder()
                .add(Edit.remove(0, 1))
                .addVertex(new AddedVertex(List.of()))
                .build();
        assertThat(edits).isEqualTo(EditList.of(Edit.remove(0, 1)));
        assertThat(edits.applyTo(cycle).vertexCount()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"500,500", "0,0", "30%,300", "12.5%,125", "0%,0", "100%,1000", " 7 ,7", ".05%,1"})
    void removalBudgetsAreCountsOrPercentages(String text, int expected) {
        assertThat(Budget.parseRemoval(text).removals(1000)).isEqualTo(expected);
        assertThat(Budget.parseKept(text).removals(1000)).isEqualTo(1000 - expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-3", "101%", "1e3%", "%", "3.5", "-5%"})
    void otherBudgetsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Budget.parseRemoval(text))
                .withMessageContaining("budget");
    }

    @Test
    void budgetsFitTheGraph() {
        assertThat(Budget.all().removals(17)).isEqualTo(17);
        assertThat(Budget.removeFraction(0.3).removals(10)).isEqualTo(3);
        assertThat(Budget.keepFraction(0.7).removals(10)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Budget.remove(11).removals(10))
                .withMessage("budget of 11 edges is not in 0..10");
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.keep(11).removals(10));
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.removeFraction(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.keepFraction(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sparsification(cycle, 6, EditList.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sparsification(cycle, -1, EditList.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemovalRules.defaults().withChunk(0))
                .withMessage("chunk 0 is not at least 1");
    }

    @Test
    void randomRemovalHeedsTheSafeguardsAndItsSeed() {
        Graph graph = TestGraphs.hubs(1, 200, 3, false);
        EditList spanning =
                new RandomSparsifier(3, RemovalRules.defaults().withKeepConnected(true)).sparsify(graph, Budget.all());
        assertThat(graph.edgeCount() - spanning.size()).isEqualTo(graph.vertexCount() - 1);
        EditList covering =
                new RandomSparsifier(3, RemovalRules.defaults().withNoIsolated(true)).sparsify(graph, Budget.all());
        Graph left = covering.applyTo(graph);
        for (int v = 0; v < left.vertexCount(); v++) {
            assertThat(left.out().degree(v)).isPositive();
        }
        EditList free = new RandomSparsifier(3, RemovalRules.defaults()).sparsify(graph, Budget.remove(100));
        assertThat(new RandomSparsifier(3, RemovalRules.defaults())
                        .sparsify(graph, Budget.all())
                        .prefix(100))
                .isEqualTo(free);
        assertThat(new RandomSparsifier(4, RemovalRules.defaults()).sparsify(graph, Budget.remove(100)))
                .isNotEqualTo(free);
        assertThat(new RandomSparsifier(3, RemovalRules.defaults().withKeepConnected(true))
                        .sparsify(
                                Sparsification.of(graph, Budget.all()).resuming(spanning.prefix(77)),
                                EditSink.none(),
                                Progress.none()))
                .isEqualTo(spanning);
        assertThat(new RandomSparsifier(3, RemovalRules.defaults())
                        .sparsify(
                                Sparsification.of(graph, Budget.remove(10)).resuming(free),
                                EditSink.none(),
                                Progress.none()))
                .isEqualTo(free.prefix(10));
    }

    /** Three vertices in a row. */
    private static Graph path() {
        return Graph.undirected(3, new int[][] {{0, 1}, {1, 2}});
    }

    private static List<Edge> edges(Graph graph) {
        return IntStream.range(0, graph.edgeCount()).mapToObj(graph::edge).toList();
    }
}
