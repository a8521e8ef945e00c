package org.seprank.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seprank.gnn.Decay;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.training.FanOuts;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.TrainingOptions;
import picocli.CommandLine.Option;

/** How a network is trained. */
final class TrainingFlags {
    @Option(
            names = "--epochs",
            defaultValue = "200",
            description = "At most so many; 0 leaves the network as it is drawn (default: ${DEFAULT-VALUE}).")
    private int epochs = 200;

    @Option(names = "--optimizer", defaultValue = "adam", description = "adam or sgd (default: ${DEFAULT-VALUE}).")
    private String optimizer = "adam";

    @Option(names = "--learning-rate", defaultValue = "0.01", description = "First rate (default: ${DEFAULT-VALUE}).")
    private double learningRate = 0.01;

    @Option(names = "--momentum", defaultValue = "0.9", description = "Of sgd (default: ${DEFAULT-VALUE}).")
    private double momentum = 0.9;

    @Option(names = "--weight-decay", defaultValue = "5e-4", description = "L2 factor (default: ${DEFAULT-VALUE}).")
    private double weightDecay = 5e-4;

    @Option(
            names = "--decay",
            defaultValue = "first",
            description = "Which weights decay: those of the first layer, or of all (default: ${DEFAULT-VALUE}).")
    private Decay decay = Decay.FIRST;

    @Option(
            names = "--schedule",
            defaultValue = "constant",
            description = "constant, step:EVERY,FACTOR or cosine:LAST (default: ${DEFAULT-VALUE}).")
    private String schedule = "constant";

    @Option(
            names = "--metric",
            description = {
                "Watched on the validation part. Classes: accuracy (the default), macro_f1, log_loss, calibration_error;",
                "two classes and events: also roc_auc, average_precision (the default of events);",
                "numbers: mae (the default), rmse, r2, log_mse."
            })
    private @Nullable Metric metric;

    @Option(
            names = "--patience",
            defaultValue = "0",
            description = "Stop after so many epochs without improvement; 0: never (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(names = "--min-delta", defaultValue = "0", description = "Least improvement (default: ${DEFAULT-VALUE}).")
    private double minDelta;

    @Option(names = "--last", description = "Report the last epoch rather than the best on the validation part.")
    private boolean last;

    @Option(
            names = "--batch-size",
            defaultValue = "128",
            description = "Graphs per step; vertices with --neighbours (default: ${DEFAULT-VALUE}).")
    private int batchSize = 128;

    @Option(
            names = "--neighbours",
            paramLabel = "N,N,..",
            defaultValue = "",
            description = {
                "Where vertices are predicted, let each step see so many vertices and, hop by hop, so many neighbours of",
                "each, drawn anew; one number is for all hops, all takes all (default: steps see the whole graph)."
            })
    private String neighbours = "";

    TrainingOptions options() {
        Optimizer steps = switch (optimizer.toLowerCase(Locale.ROOT)) {
            case "adam" -> new Optimizer.Adam(learningRate, weightDecay, decay);
            case "sgd" -> new Optimizer.Sgd(learningRate, momentum, weightDecay, decay);
            default -> throw new IllegalArgumentException("optimizer '" + optimizer + "' is neither adam nor sgd");
        };
        return new TrainingOptions(
                epochs,
                steps,
                Schedule.parse(schedule),
                new TrainingOptions.Stopping(metric, patience, minDelta, !last),
                batchSize,
                neighbours.isEmpty() ? FanOuts.none() : FanOuts.parse(neighbours));
    }
}
