package org.seprank.rewire.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.TestFeatures;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.protection.ProtectedWalkIndexSparsifier;
import org.seprank.rewire.protection.Protection;
import org.seprank.rewire.score.Similarity;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

class MethodsTest {
    private static final MethodSetting SETTING = MethodSetting.of(3, 3);
    private static final Features FEATURES = TestFeatures.normal(4, 24, 5);

    static Stream<Method> methods() {
        return Methods.all().stream().filter(method -> !method.needsLabels());
    }

    private static Graph graph() {
        return GraphFamily.parse("family:erdos-renyi,n=24,p=0.2", 1);
    }

    private static EditList run(Method method, Graph graph, int count, MethodSetting setting) {
        VertexSet half = VertexSet.of(24, IntStream.range(0, 12).toArray());
        return method.rewire(Request.of(graph, Budget.remove(count))
                .describedBy(FEATURES)
                .with(setting)
                .forInteractions(
                        method.needsInteractions() ? List.of(new Interaction(half, Target.graph())) : List.of()));
    }

    @Test
    void namesDiffer() {
        Set<String> names = new HashSet<>();
        methods()
                .forEach(method ->
                        assertThat(names.add(method.id())).as(method.id()).isTrue());
        assertThat(names).contains("wis", "random", "sdrf", "toward");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodEditsTheGraphAndNestsItsPrefixes(Method method) {
        Graph graph = graph();
        EditList ten = run(method, graph, 10, SETTING);
        assertThat(ten.size()).isBetween(1, 10);
        assertThat(ten).isEqualTo(run(method, graph, 10, SETTING));
        EditList six = run(method, graph, 6, SETTING);
        assertThat(six).isEqualTo(ten.prefix(six.size()));
        Graph after = ten.applyWithRelations(graph);
        int added = ten.additionCount();
        assertThat(after.edgeCount()).isEqualTo(graph.edgeCount() + 2 * added - ten.size());
        assertThat(after.edgeAttributes().has(EditList.RELATION)).isEqualTo(added > 0);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aSeedMattersOnlyWhereAMethodSaysSo(Method method) {
        Graph graph = graph();
        EditList edits = run(method, graph, 10, SETTING);
        List<Boolean> equal = IntStream.range(10, 20)
                .mapToObj(seed ->
                        run(method, graph, 10, MethodSetting.of(seed, 3)).equals(edits))
                .toList();
        if (method.isSeedless()) {
            assertThat(equal).doesNotContain(false);
        } else if (method.id().startsWith("random")) {
            assertThat(equal).contains(false);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void parametersThatAreNotThereOrNotNumbersAreRefused(Method method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(
                        method, graph(), 1, new MethodSetting(0, 3, RemovalRules.defaults(), Map.of("nonsense", "1"))))
                .withMessageContaining("nonsense")
                .withMessageContaining(method.id());
    }

    @ParameterizedTest
    @CsvSource({
        "sdrf, tau, hot, is not a number",
        "sdrf, tau, -1, is not in 0..Infinity",
        "sdrf, curvature, other, 'is none of [paper, matrix]'",
        "borf, additions, 1.5, is not a whole number",
        "teddy, share, 1.5, is not in 0..1",
        "betweenness, highest-first, yes, 'is none of [true, false]'",
        "jaccard, local, 1, 'is none of [true, false]'",
        "metric-backbone, weights, length, 'is none of [distance, inverse, proximity]'",
        "algebraic-distance, omega, 2, is not in 0..1",
        "ust-union, trees, 0, is not in 1..1000000",
        "toward, candidates, hop:x, 'is none of [all, hop:K, sampled:COUNT]'",
        "toward, moves, fly, 'is none of [add, remove, swap]'"
    })
    void valuesThatAreNotAllowedAreNamed(String id, String name, String value, String fault) {
        MethodSetting setting = new MethodSetting(0, 3, RemovalRules.defaults(), Map.of(name, value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Methods.named(id), graph(), 1, setting))
                .withMessageContaining(name + " ")
                .withMessageContaining(value)
                .withMessageContaining(fault);
    }

    @Test
    void parametersHaveAnEffect() {
        MethodSetting two = new MethodSetting(3, 3, RemovalRules.defaults(), Map.of("vertices", "2"));
        assertThat(run(Methods.named("virtual-vertex"), graph(), 30, two).vertices())
                .hasSize(2);
        assertThat(run(Methods.named("virtual-vertex"), graph(), 30, SETTING).vertices())
                .hasSize(1);
    }

    @Test
    void everyScoreHasALocalFilter() {
        MethodSetting local = new MethodSetting(3, 3, RemovalRules.defaults(), Map.of("local", "true"));
        assertThat(run(Methods.named("jaccard"), graph(), 20, local))
                .isEqualTo(run(Methods.named("local-similarity"), graph(), 20, SETTING))
                .isNotEqualTo(run(Methods.named("jaccard"), graph(), 20, SETTING));
        for (String id : List.of("betweenness", "disparity", "simmelian", "algebraic-distance", "ust-union")) {
            EditList edits = run(Methods.named(id), graph(), 20, local);
            assertThat(IntStream.range(0, 20).mapToDouble(i -> edits.score(i).orElse(-1)))
                    .as(id)
                    .allMatch(score -> score >= 0 && score <= 1);
        }
    }

    @Test
    void methodsThatCompareFeaturesSayWhenThereAreNone() {
        List<Method> comparing = methods().filter(Method::needsFeatures).toList();
        assertThat(comparing).isNotEmpty();
        for (Method method : comparing) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> method.rewire(Request.of(graph(), Budget.remove(3))))
                    .withMessage(
                            "method " + method.id()
                                    + " compares the features of vertices, but there are none; name a dataset that has features");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.of(graph(), Budget.remove(3)).describedBy(Features.none(23)))
                .withMessage("features of 23 vertices do not fit a graph with 24");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Methods.named("magic"))
                .withMessageContaining("magic")
                .withMessageContaining("wis");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theOrderOfAGraphIsAllThatTheMethodDoes(Method method) {
        Graph graph = graph();
        if (method.needsInteractions() || method.needsFeatures() || isEndless(method)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> method.order(graph))
                    .withMessageContaining(method.id());
            return;
        }
        EditList all = method.order(graph);
        assertThat(all).isEqualTo(method.order(graph, 0, 3));
        EditList four = run(method, graph, 4, MethodSetting.of(0, 3));
        assertThat(all.prefix(four.size())).isEqualTo(four);
        if (method.onlyRemoves()) {
            assertThat(all.size()).isLessThanOrEqualTo(graph.edgeCount()).isPositive();
        }
    }

    private static boolean isEndless(Method method) {
        return Set.of("sdrf", "borf", "err", "g-rlef", "rlef", "random-swap").contains(method.id());
    }

    @Test
    void whatAMethodCannotBeAskedIsRefused() {
        Graph graph = graph();
        Interaction one = new Interaction(VertexSet.of(24, 0, 1), Target.graph());
        Request stated = Request.of(graph, Budget.remove(3)).forInteractions(List.of(one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Methods.named("fosr").rewire(stated))
                .withMessage("--protect goes with the methods wis, toward, away and away-strongest");
        Request resumed = Request.of(graph, Budget.remove(3)).resuming(EditList.of(Edit.remove(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Methods.named("fosr").rewire(resumed))
                .withMessageContaining("fosr starts anew");
        MethodSetting connected =
                new MethodSetting(0, 3, RemovalRules.defaults().withKeepConnected(true), Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Methods.named("fosr"), graph, 3, connected))
                .withMessageContaining("--keep-connected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Methods.named("ugs").order(graph))
                .withMessageContaining("labels");
    }

    @Test
    void walkIndicesOfStatedPartitionsAreProtected() {
        Graph graph = graph();
        Interaction one =
                new Interaction(VertexSet.of(24, IntStream.range(0, 12).toArray()), Target.graph());
        Request request = Request.of(graph, Budget.remove(20)).forInteractions(List.of(one));
        EditList protecting = Methods.named("wis").rewire(request);
        assertThat(protecting)
                .isEqualTo(new ProtectedWalkIndexSparsifier(new Protection(3, List.of(one)), RemovalRules.defaults())
                        .sparsify(graph, Budget.remove(20)))
                .isNotEqualTo(Methods.named("wis").order(graph).prefix(20));
        assertThat(Methods.named("wis").label(3)).isEqualTo("2-WIS (depth 3)");
        assertThat(Methods.named("random").label(3)).isEqualTo("random");
    }

    @Test
    void editsCarryTheScoresThatDecided() {
        Graph graph = graph();
        for (String id :
                List.of("jaccard", "betweenness", "teddy", "spectral", "proxy-delete", "fosr", "gtr", "sdrf")) {
            EditList edits = run(Methods.named(id), graph, 5, MethodSetting.of(0, 3));
            for (int i = 0; i < edits.size(); i++) {
                assertThat(edits.score(i)).as(id + " " + i).isPresent();
            }
        }
        assertThat(run(Methods.named("wis"), graph, 5, MethodSetting.of(0, 3)).scored())
                .isFalse();
        double[] similarity = Similarity.JACCARD.scores(graph, Progress.none());
        EditList order = Methods.named("jaccard").order(graph);
        for (int i = 0; i < order.size(); i++) {
            Edit edit = order.get(i);
            assertThat(order.score(i)).hasValue(similarity[graph.edgeBetween(edit.u(), edit.v())]);
            assertThat(i == 0
                            || order.score(i - 1).getAsDouble()
                                    <= order.score(i).getAsDouble())
                    .isTrue();
        }
    }
}
