package org.seprank.study.compare;

import java.io.IOException;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.training.Metric;
import org.seprank.study.Question;
import org.seprank.study.input.DatasetReading;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.input.GraphInput;
import org.seprank.study.train.TrainingPlan;

/**
 * Networks that are trained on a dataset after every method and budget, on each of its splits.
 *
 * @param plan the networks and how they are trained; as many on each split as methods have runs
 * @param split the rule of the splits as for {@code train}; empty: the dataset's own
 * @param scaling of the features
 * @param within the loss of the metric that is accepted for a sparser graph, at least 0
 */
public record Downstream(TrainingPlan plan, String split, FeatureScaling scaling, double within) {
    /** Checks the range. */
    public Downstream {
        if (!(within >= 0)) {
            throw new IllegalArgumentException("--within " + within + " is negative; say how much may be lost");
        }
    }

    Question addTo(Question question) {
        Question data = question.with("train", true)
                .with("split", split.isEmpty() ? "auto" : split)
                .with("features", scaling);
        return plan.addTo(data).with("within", within);
    }

    /**
     * The dataset as the networks see it.
     *
     * @throws IllegalArgumentException if what was read is no dataset
     */
    NodeDataset over(GraphInput read, long seed) throws IOException {
        NodeDataset raw = read.dataset()
                .orElseThrow(() -> new IllegalArgumentException("--train needs a dataset, but " + read.location()
                        + " is a graph; GRAPHFILE#ATTRIBUTE is one whose classes are a vertex attribute"));
        DatasetSource source = new DatasetSource(read.location(), split, scaling, seed, DatasetReading.all());
        return (NodeDataset) source.prepared(raw);
    }

    Metric metric(NodeDataset dataset) {
        return plan.options().metric(dataset.truth());
    }
}
