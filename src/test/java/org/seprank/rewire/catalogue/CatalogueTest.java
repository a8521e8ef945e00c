package org.seprank.rewire.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.toward.InteractionGoal.Interaction;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

class CatalogueTest {
    private static final Setting SETTING = Setting.of(3, 3);

    static Stream<Method> methods() {
        return Catalogue.all().stream().filter(method -> !(method instanceof Method.Trained));
    }

    private static Graph graph() {
        return GraphFamily.parse("family:erdos-renyi,n=24,p=0.2", 1);
    }

    private static EditList run(Method method, Graph graph, int count, Setting setting) {
        if (method instanceof Method.Removal removal) {
            return removal.with(setting).sparsify(graph, Budget.remove(count));
        }
        if (method instanceof Method.Change change) {
            return change.with(setting).rewire(graph, count, Progress.none());
        }
        VertexSet half =
                VertexSet.of(24, java.util.stream.IntStream.range(0, 12).toArray());
        Interaction goal = new Interaction(half, Target.graph());
        return ((Method.Goal) method).with(List.of(goal), setting).rewire(graph, count, Progress.none());
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
        assertThat(after.edgeCount())
                .isEqualTo(graph.edgeCount() + 2 * added - ten.size());
        assertThat(after.edgeAttributes().has(EditList.RELATION)).isEqualTo(added > 0);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void parametersThatAreNotThereOrNotNumbersAreRefused(Method method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        run(method, graph(), 1, new Setting(0, 3, RemovalRules.defaults(), Map.of("nonsense", "1"))))
                .withMessageContaining("nonsense")
                .withMessageContaining(method.id());
    }

    @ParameterizedTest
    @CsvSource({
        "sdrf, tau, hot",
        "sdrf, curvature, other",
        "borf, additions, 1.5",
        "toward, candidates, hop:x",
        "toward, moves, fly"
    })
    void valuesThatMeanNothingAreNamed(String id, String name, String value) {
        Setting setting = new Setting(0, 3, RemovalRules.defaults(), Map.of(name, value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Catalogue.named(id), graph(), 1, setting))
                .withMessageContaining(name + "=" + value);
    }

    @Test
    void parametersHaveAnEffect() {
        Setting two = new Setting(3, 3, RemovalRules.defaults(), Map.of("vertices", "2"));
        assertThat(run(Catalogue.named("virtual-vertex"), graph(), 30, two).vertices())
                .hasSize(2);
        assertThat(run(Catalogue.named("virtual-vertex"), graph(), 30, SETTING).vertices())
                .hasSize(1);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.named("magic"))
                .withMessageContaining("magic")
                .withMessageContaining("wis");
    }
}
