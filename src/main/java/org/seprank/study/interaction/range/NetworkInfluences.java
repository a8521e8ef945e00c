package org.seprank.study.interaction.range;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.seprank.gnn.Network;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.probe.DonorSwap;
import org.seprank.gnn.probe.Influence;
import org.seprank.gnn.probe.Mixing;
import org.seprank.gnn.probe.Scalar;

/** The influences on a vertex in a network, layer by layer; or in its prediction of a graph, where they are one. */
final class NetworkInfluences {
    private static final int COMPONENTS = 8; // of a layer's output

    private NetworkInfluences() {}

    /**
     * The influences on any vertex.
     *
     * @throws IllegalArgumentException if second derivatives are asked of a network of vertices, or of a piecewise
     *     linear one, where they are 0 almost everywhere
     */
    static IntFunction<List<double[]>> of(NetworkRange.Probe probe, GraphBatch batch) {
        Network network = probe.network();
        return switch (probe.question().perturbation()) {
            case JACOBIAN -> {
                Influence influence = Influence.of(network, batch);
                yield vertex -> influence.byLayer(vertex, COMPONENTS, probe.seed() + vertex);
            }
            case SWAP -> swaps(network, batch, probe.seed());
            case HESSIAN -> hessian(network, batch, probe.scalar());
        };
    }

    private static IntFunction<List<double[]>> swaps(Network network, GraphBatch batch, long seed) {
        if (network.spec().prediction().readout() == Readout.PAIR) {
            throw new IllegalArgumentException(
                    "features are swapped in networks of vertices and graphs; of pairs take --perturbation jacobian");
        }
        return DonorSwap.of(network, batch, DonorSwap.Options.seeded(seed))::byLayer;
    }

    private static IntFunction<List<double[]>> hessian(Network network, GraphBatch batch, Scalar scalar) {
        if (!(scalar.place() instanceof Scalar.OfGraph)) {
            throw new IllegalArgumentException(
                    "second derivatives are of predictions of graphs; of vertices take --perturbation jacobian or swap");
        }
        Activation activation = network.spec().layering().activation();
        if (activation == Activation.RELU || activation == Activation.LEAKY_RELU) {
            throw new IllegalArgumentException(
                    "networks with the activation " + activation.name().toLowerCase(Locale.ROOT)
                            + " are piecewise linear: their second derivatives are 0 almost everywhere and give no range; take"
                            + " --perturbation jacobian or swap");
        }
        Mixing mixing = Mixing.of(network, batch);
        return vertex -> {
            double[] influence = new double[batch.vertexCount()];
            for (int u = 0; u < influence.length; u++) {
                influence[u] = u == vertex ? 0 : mixing.sum(new Mixing.Pair(vertex, u), scalar);
            }
            return List.of(influence);
        };
    }
}
