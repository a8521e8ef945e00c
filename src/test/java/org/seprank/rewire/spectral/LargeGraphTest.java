package org.seprank.rewire.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.seprank.Shared;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.io.GraphReader;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/** The methods of near-linear time on half a million edges, each in less than a minute. */
@Tag("slow")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LargeGraphTest {
    private static Graph tolokers() throws IOException {
        return GraphReader.read(Shared.file("data/heterophilous/tolokers.npz")).graph();
    }

    @Test
    void resistancesOfEdgesSumToTheSizeOfASpanningForest() throws IOException {
        Graph graph = tolokers();
        ResistanceOptions options = ResistanceOptions.seeded(1);
        double[] resistances = ProjectedResistances.ofEdges(graph, options, Progress.none());
        int forest = graph.vertexCount() - Components.of(graph).count();
        double error = Math.sqrt(2.0 / options.projections(graph.vertexCount())) * Math.sqrt(forest);
        assertThat(Arrays.stream(resistances).sum()).isCloseTo(forest, within(5 * error));
    }

    @Test
    void allEdgesAreOrdered() throws IOException {
        Graph graph = tolokers();
        assertThat(new ResistanceSparsifier(1, RemovalRules.defaults())
                        .sparsify(graph, Budget.all())
                        .size())
                .isEqualTo(519_000);
    }

    @Test
    void additionsRaiseTheGap() throws IOException {
        Graph graph = tolokers();
        double gap = SpectralGap.of(graph, 1).value();
        Graph rewired = new FirstOrderSpectralRewirer(1, 5)
                .rewire(graph, 100, Progress.none())
                .applyTo(graph);
        assertThat(SpectralGap.of(rewired, 1).value()).isGreaterThan(gap);
        Graph proxy = new ProxyAdd(20, 1).rewire(graph, 100, Progress.none()).applyTo(graph);
        assertThat(SpectralGap.of(proxy, 1).value()).isGreaterThan(gap);
    }

    @Test
    void removalsRaiseTheGap() throws IOException {
        Graph graph = tolokers();
        EditList removals = new ProxyDelete(1L, RemovalRules.defaults().withChunk(1000))
                .sparsify(graph, Budget.removeFraction(0.01));
        assertThat(removals.size()).isEqualTo(5190);
        Graph rest = removals.applyTo(graph);
        assertThat(Components.of(rest).count()).isEqualTo(Components.of(graph).count());
        assertThat(SpectralGap.of(rest, 1).value())
                .isGreaterThan(SpectralGap.of(graph, 1).value());
    }
}
