package org.seprank.study.compare;

import java.util.List;
import java.util.stream.IntStream;
import org.seprank.dataset.Homophily;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Value;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.spectral.SpectralGap;
import org.seprank.study.Estimate;
import org.seprank.study.compare.ComparedMethods.State;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.NetworkShape;
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.walk.WalkIndex;

/**
 * What is measured of a graph after edits.
 *
 * @param read the graph before
 * @param network the network that the graph is prepared for
 * @param partitions whose walk indices are measured
 * @param scope what is measured
 */
record EditedStates(GraphInput read, NetworkShape network, List<Partition> partitions, CompareStudy.Scope scope) {
    /** Copies the list. */
    EditedStates {
        partitions = List.copyOf(partitions);
    }

    State after(EditList rewiring) {
        Graph before = read.graph();
        Graph after = rewiring.applyTo(before);
        if (!scope.measured()) {
            return State.unmeasured(rewiring.size(), after.edgeCount());
        }
        int n = after.vertexCount();
        List<Double> walks = partitions.stream()
                .map(partition -> WalkIndex.log(
                        after,
                        VertexSet.of(n, partition.vertices().toArray()),
                        network.targetIn(before),
                        network.depth()))
                .toList();
        boolean labelled = n == before.vertexCount() && read.labels().missingCount() < n;
        return new State(
                rewiring.size(),
                after.edgeCount(),
                Components.of(after).count(),
                labelled ? Value.of(Homophily.of(after, read.labels()).edge()) : Value.missing(),
                SpectralGap.isDefined(after)
                        ? SpectralGap.of(after, scope.seed()).value()
                        : Double.NaN,
                vertexWalkIndices(after),
                walks);
    }

    /** ln(1 + walk index) of every vertex for itself, ascending; empty where counting would take long. */
    private List<Double> vertexWalkIndices(Graph graph) {
        if (SingletonWalkIndices.steps(graph, network.depth()) > Estimate.UNASKED_STEPS) {
            return List.of();
        }
        SingletonWalkIndices indices = SingletonWalkIndices.vertexPrediction(graph, network.depth());
        return IntStream.range(0, graph.vertexCount())
                .mapToObj(v -> Math.log1p(indices.at(v).doubleValue()))
                .sorted()
                .toList();
    }
}
