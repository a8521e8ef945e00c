package org.seprank.study.train;

import org.seprank.gnn.Optimizer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.study.Question;

/** What answers say of how networks were trained. */
final class TrainingSettings {
    private TrainingSettings() {}

    /** The question with these options, by the names that they have on the command line. */
    static Question addTo(Question question, TrainingOptions options) {
        Optimizer optimizer = options.optimizer();
        TrainingOptions.Stopping stopping = options.stopping();
        Question steps = question.with("epochs", options.epochs());
        steps = optimizer instanceof Optimizer.Sgd sgd
                ? steps.with("optimizer", "sgd").with("momentum", sgd.momentum())
                : steps.with("optimizer", "adam");
        Question all = steps.with("learning_rate", optimizer.learningRate())
                .with("weight_decay", optimizer.weightDecay())
                .with("decay", optimizer.decay())
                .with("schedule", options.schedule().text())
                .with("metric", stopping.watched())
                .with("patience", stopping.patience())
                .with("min_delta", stopping.minDelta())
                .with("last", !stopping.restoreBest())
                .with("batch_size", options.batchSize());
        return options.neighbours().isEmpty()
                ? all
                : all.with("neighbours", options.neighbours().text());
    }
}
