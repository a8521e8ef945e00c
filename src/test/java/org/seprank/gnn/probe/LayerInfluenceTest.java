package org.seprank.gnn.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.gnn.Network;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.SmallNetworks;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Aggregation;

/** Influence layer by layer: by derivatives, and by swaps of features. */
class LayerInfluenceTest {
    static List<Aggregation> kinds() {
        return SmallNetworks.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLastLayersInfluenceIsThatOfAllItsComponents(Aggregation kind) {
        GraphBatch batch = SmallNetworks.batch(true);
        Network network = SmallNetworks.trained(SmallNetworks.spec(kind), batch);
        for (int v = 0; v < 12; v += 5) {
            double[] last = Influence.of(network, batch).atVertex(v, Influence.Output.LAST_LAYER);
            List<double[]> layers = Influence.of(network, batch).byLayer(v, 100, 0);
            assertThat(layers.get(layers.size() - 1)).containsExactly(last, within(1e-12));
        }
    }

    /** Over all seeds a single drawn component stands for all. */
    @Test
    void drawnComponentsAreUnbiased() {
        GraphBatch batch = SmallNetworks.batch(true);
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), batch);
        double whole = Arrays.stream(
                        Influence.of(network, batch).byLayer(3, 100, 0).get(0))
                .sum();
        double mean = 0;
        int draws = 400;
        for (int seed = 0; seed < draws; seed++) {
            mean += Arrays.stream(Influence.of(network, batch)
                                    .byLayer(3, 1, seed)
                                    .get(0))
                            .sum()
                    / draws;
        }
        assertThat(mean).isCloseTo(whole, within(0.1 * whole));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Influence.of(network, batch).byLayer(-1, 1, 0))
                .withMessageContaining("vertex -1");
    }

    /** Every swap by a forward pass over the whole graph; the mean over so many donors is near that over all. */
    @ParameterizedTest
    @MethodSource("kinds")
    void swapsAreThoseOfWholeGraphs(Aggregation kind) {
        GraphBatch batch = SmallNetworks.batch(true);
        Network network = SmallNetworks.trained(SmallNetworks.spec(kind), batch);
        int vertex = 5;
        List<double[]> found =
                DonorSwap.of(network, batch, new DonorSwap.Options(400, 100, 1)).byLayer(vertex);
        List<double[][]> before = network.activations(batch);
        int n = batch.vertexCount();
        for (int layer = 0; layer < before.size(); layer++) {
            for (int u = 0; u < n; u++) {
                double sum = 0;
                for (int donor = 0; donor < n; donor++) {
                    if (donor != u) {
                        int[] sources = new int[n];
                        Arrays.setAll(sources, v -> v);
                        sources[u] = donor;
                        FeatureMatrix swapped = batch.features().select(sources);
                        double[] after =
                                network.activations(batch.withFeatures(swapped)).get(layer)[vertex];
                        for (int k = 0; k < after.length; k++) {
                            sum += Math.abs(after[k] - before.get(layer)[vertex][k]) / (n - 1);
                        }
                    }
                }
                assertThat(found.get(layer)[u]).isCloseTo(sum, within(1e-9 + 0.25 * sum));
            }
        }
    }

    /** Of drawn vertices the sums stand for all. */
    @Test
    void drawnVerticesAreUnbiased() {
        GraphBatch batch = SmallNetworks.batch(true);
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), batch);
        double whole = total(DonorSwap.of(network, batch, new DonorSwap.Options(60, 100, 1)));
        List<Double> some = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            some.add(total(DonorSwap.of(network, batch, new DonorSwap.Options(1, 2, seed))));
        }
        double mean = some.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(mean).isCloseTo(whole, within(0.15 * whole));
    }

    private static double total(DonorSwap swap) {
        List<double[]> layers = swap.byLayer(4);
        return Arrays.stream(layers.get(layers.size() - 1)).sum();
    }

    /** Where all vertices have the same features a swap changes nothing, though derivatives do not vanish. */
    @Test
    void equalFeaturesLeaveNothingToSwap() {
        double[] same = new double[SmallNetworks.VERTICES * SmallNetworks.INPUT];
        Arrays.fill(same, 0.5);
        GraphBatch batch = SmallNetworks.batch(true).withFeatures(FeatureMatrix.dense(SmallNetworks.INPUT, same));
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), batch);
        assertThat(total(DonorSwap.of(network, batch, DonorSwap.Options.seeded(0))))
                .isZero();
        assertThat(Arrays.stream(Influence.of(network, batch).byLayer(4, 8, 0).get(0))
                        .sum())
                .isPositive();
    }

    @Test
    void swapsNeedTwoVerticesAndADonor() {
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), SmallNetworks.batch(true));
        GraphBatch single = GraphBatch.of(
                RandomBatch.graph(1, 0, false, 1),
                FeatureMatrix.dense(SmallNetworks.INPUT, new double[SmallNetworks.INPUT]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DonorSwap.of(network, single, DonorSwap.Options.seeded(0)))
                .withMessageContaining("two vertices");
        assertThatIllegalArgumentException().isThrownBy(() -> new DonorSwap.Options(0, 1, 0));
    }
}
