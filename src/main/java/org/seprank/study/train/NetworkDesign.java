package org.seprank.study.train;

import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.layer.Readout;
import org.seprank.study.Question;

/**
 * A network as it is asked for, before its data are known: they decide whether it predicts vertices or graphs.
 *
 * @param kind of its layers
 * @param vertices the network where vertices are predicted
 * @param readout from vertices to graphs, where graphs are predicted
 */
public record NetworkDesign(NetworkKind kind, GnnSpec vertices, Readout readout) {
    /** The network for that dataset. */
    public GnnSpec over(Dataset dataset) {
        return dataset instanceof GraphDataset
                ? vertices.withPrediction(GnnSpec.Prediction.ofGraphs(readout))
                : vertices;
    }

    /** The seed of the first network. */
    public long seed() {
        return vertices.seed();
    }

    /** The question with this network. */
    public Question addTo(Question question) {
        return question.with("model", kind.id()).and(NetworkSettings.of(vertices));
    }
}
