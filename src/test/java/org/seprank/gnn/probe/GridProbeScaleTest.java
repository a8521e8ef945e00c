package org.seprank.gnn.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.io.Read;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.training.InputBatch;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;

/** Grids of the size that studies need. */
@Tag("slow")
class GridProbeScaleTest {
    /** A vertex of many neighbours and one of few. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void citationNetwork(boolean hub) throws IOException {
        NodeDataset cora = Read.nodes(Shared.file("data/planetoid/ind.cora.graph"));
        Graph graph = cora.graph();
        int n = graph.vertexCount();
        GraphBatch batch = GraphBatch.of(graph, InputBatch.features(cora.features()));
        GnnSpec spec = GnnSpec.of(new Aggregation.Gcn(), 3, 64);
        TaskShape shape = TaskShape.of(cora.featureCount(), cora.labels().classCount());
        Network network = Network.of(spec.fittedTo(shape), new Optimizer.Adam(0.01, 0));
        int most = IntStream.range(0, n)
                .boxed()
                .max((v, w) -> graph.out().degree(v) - graph.out().degree(w))
                .orElseThrow();
        int t = hub ? most : 0;
        SplittableRandom random = new SplittableRandom(1);
        VertexSet inside = VertexSet.of(n, random.ints(n / 2, 0, n).distinct().toArray());
        FeatureSamples rows = FeatureSamples.permuted(batch.features(), 256, 1);
        FeatureSamples columns = FeatureSamples.permuted(batch.features(), 256, 2);
        double[][] f =
                GridProbe.of(network, batch).withThreads(2).grid(inside, Scalars.vertexLogit(t, 3), rows, columns);
        for (int a = 0; a < 256; a += 100) {
            int[] all = IntStream.range(0, n).toArray();
            FeatureMatrix own = rows.features(a, all);
            FeatureMatrix other = columns.features(255 - a, all);
            int[] from = IntStream.range(0, n)
                    .map(v -> inside.contains(v) ? v : n + v)
                    .toArray();
            FeatureMatrix mixed = FeatureMatrix.stacked(List.of(own, other)).select(from);
            double expected = network.logits(batch.withFeatures(mixed))[t][3];
            assertThat(f[a][255 - a]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void twoCliques() {
        GraphBuilder builder = GraphBuilder.over(32, false);
        for (int v = 0; v < 32; v++) {
            for (int w = v + 1; w < 32; w++) {
                if (v / 16 == w / 16 || (v == 15 && w == 16)) {
                    builder.edge(v, w, 1);
                }
            }
        }
        GraphBatch batch = GraphBatch.of(builder.build(), FeatureMatrix.dense(8, RandomBatch.numbers(256, 1)));
        GnnSpec spec = GnnSpec.of(new Aggregation.Gcn(), 3, 64).withPrediction(Prediction.ofGraphs(Readout.SUM));
        Network network = Network.of(spec.fittedTo(TaskShape.of(8, 2)), new Optimizer.Adam(0.01, 0));
        FeatureSamples rows = FeatureSamples.gaussian(batch.features(), 512, 1);
        FeatureSamples columns = FeatureSamples.gaussian(batch.features(), 512, 2);
        double[][] f = GridProbe.of(network, batch)
                .withThreads(2)
                .grid(VertexSet.range(32, 0, 15), Scalars.graphMargin(1), rows, columns);
        int[] left = IntStream.range(0, 16).toArray();
        int[] right = IntStream.range(16, 32).toArray();
        FeatureMatrix mixed = FeatureMatrix.stacked(List.of(rows.features(511, left), columns.features(17, right)));
        double[] logits = network.logits(batch.withFeatures(mixed))[0];
        assertThat(f[511][17]).isCloseTo(logits[1] - logits[0], within(1e-4));
    }
}
