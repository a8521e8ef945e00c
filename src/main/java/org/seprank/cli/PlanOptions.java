package org.seprank.cli;

import org.seprank.study.train.TrainingPlan;
import picocli.CommandLine.Mixin;

/** Networks, and how they are trained. */
final class PlanOptions {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private TrainingFlags training = new TrainingFlags();

    int depth() {
        return model.depth();
    }

    TrainingPlan plan(long seed, int seeds) {
        return new TrainingPlan(model.design(seed), training.options(), seeds);
    }
}
