package org.seprank.study.train;

import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.batch.EdgeDropping;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.study.Question;

/** What answers say of a network. */
public final class NetworkSettings {
    private NetworkSettings() {}

    /** The settings of a network, by the names of the command line's options; one head where there is no attention. */
    public static Question of(GnnSpec network) {
        GnnSpec.Layering layering = network.layering();
        Aggregation layer = network.aggregation();
        GnnSpec.Dropout dropout = network.dropout();
        Question dropping = Question.of("network")
                .with("depth", network.depth())
                .with("width", network.width())
                .with("heads", layer.heads())
                .with("attention_dropout", layer.attentionDropout())
                .with("activation", layering.activation())
                .with("dropout", dropout.hidden())
                .with("drop_edge", dropout.edges());
        boolean chosen = dropout.edgesBy() != EdgeDropping.By.UNIFORM;
        return (chosen ? dropping.with("drop_edge_by", dropout.edgesBy()) : dropping)
                .with("norm", layering.norm())
                .with("residual", layering.residual())
                .with("jumping", layering.jumping())
                .with("head", network.prediction().head())
                .with("readout", network.prediction().readout())
                .with("loss", network.prediction().loss())
                .with("linear_depth", network.weights().factors())
                .with("rank_penalty", network.weights().rankPenalty())
                .with("precision", network.precision());
    }
}
