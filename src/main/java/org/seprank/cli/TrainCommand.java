package org.seprank.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.experiment.DatasetSource;
import org.seprank.experiment.TrainReport;
import org.seprank.experiment.TrainStudy;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.TrainingDivergedException;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.graph.io.AtomicFile;
import org.seprank.rewire.Budget;
import org.seprank.rewire.EditFile;
import org.seprank.rewire.EditList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank train}. */
@Command(
        name = "train",
        description = "Train graph neural networks on a dataset, optionally after the edits of seprank rewire.",
        footer = {
            "",
            "Examples:",
            "  seprank train synthetic:csbm,n=500 --model gcn --seeds 5",
            "  seprank train planetoid/cora --depth 2 --width 16 --seeds 20",
            "  seprank train texas.npz --model sage --width 64 --edits edits.csv --budget 30%%"
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DATASET", description = "A dataset's file or folder, or synthetic:NAME,key=value,..")
    private String dataset = "";

    @Option(
            names = "--split",
            paramLabel = "RULE",
            defaultValue = "",
            description = {
                "given[:I], random:A/B/C, stratified:A/B/C, per-class:N/A/B or folds:K[+validation]",
                "(default: the dataset's own, else stratified:0.6/0.2/0.2)."
            })
    private String split = "";

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--epochs", defaultValue = "200", description = "At most so many (default: ${DEFAULT-VALUE}).")
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
            names = "--schedule",
            defaultValue = "constant",
            description = "constant, step:EVERY,FACTOR or cosine:LAST (default: ${DEFAULT-VALUE}).")
    private String schedule = "constant";

    @Option(
            names = "--metric",
            defaultValue = "accuracy",
            description = "accuracy, macro_f1 or roc_auc; watched on the validation part (default: ${DEFAULT-VALUE}).")
    private Metric metric = Metric.ACCURACY;

    @Option(
            names = "--patience",
            defaultValue = "0",
            description = "Stop after so many epochs without improvement; 0: never (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(names = "--min-delta", defaultValue = "0", description = "Least improvement (default: ${DEFAULT-VALUE}).")
    private double minDelta;

    @Option(names = "--last", description = "Report the last epoch rather than the best on the validation part.")
    private boolean last;

    @Option(names = "--batch-size", defaultValue = "128", description = "Graphs per step (default: ${DEFAULT-VALUE}).")
    private int batchSize = 128;

    @Option(names = "--seeds", defaultValue = "1", description = "Networks per split (default: ${DEFAULT-VALUE}).")
    private int seeds = 1;

    @Option(names = "--parallel", description = "Networks trained at the same time (default: all processors).")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Option(names = "--edits", paramLabel = "FILE", description = "Make these edits of the graph first.")
    private @Nullable Path edits;

    @Option(names = "--budget", paramLabel = "N|P%", description = "Only so many of them.")
    private @Nullable String budget;

    @Option(names = "--epochs-csv", paramLabel = "FILE", description = "Write a line per epoch.")
    private @Nullable Path epochsCsv;

    @Mixin
    private OutputOptions form = new OutputOptions();

    @Option(names = "--seed", defaultValue = "0", description = "First seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        if (epochsCsv != null) {
            AtomicFile.checkFolder(epochsCsv);
        }
        TrainingOptions options = options();
        Dataset data = edited(new DatasetSource(dataset, split, seed).load());
        TrainStudy study =
                new TrainStudy(model.spec(data instanceof GraphDataset, seed), options, seeds, Math.max(1, parallel));
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            List<TrainStudy.Trained> trained = study.run(data, progress);
            if (epochsCsv != null) {
                byte[] lines = TrainReport.epochs(trained).getBytes(StandardCharsets.UTF_8);
                AtomicFile.write(epochsCsv, out -> out.write(lines));
            }
            form.write(TrainReport.of(study, data, model.name(), trained, start), console, null);
            boolean complete = trained.stream().allMatch(one -> one.run().complete());
            return complete ? ExitCode.DONE : ExitCode.INTERRUPTED;
        } catch (TrainingDivergedException e) {
            console.say("error: " + e.getMessage());
            console.say("hint: lower --learning-rate, or add --norm layer");
            return ExitCode.CHECK_FAILED;
        }
    }

    private TrainingOptions options() {
        Optimizer steps = switch (optimizer.toLowerCase(Locale.ROOT)) {
            case "adam" -> new Optimizer.Adam(learningRate, weightDecay);
            case "sgd" -> new Optimizer.Sgd(learningRate, momentum, weightDecay);
            default -> throw new IllegalArgumentException("optimizer '" + optimizer + "' is neither adam nor sgd");
        };
        return new TrainingOptions(
                epochs,
                steps,
                Schedule.parse(schedule),
                new TrainingOptions.Stopping(metric, patience, minDelta, !last),
                batchSize);
    }

    private Dataset edited(Dataset data) throws IOException {
        if (edits == null) {
            if (budget != null) {
                throw new IllegalArgumentException("--budget says how many of the --edits to make, but there are none");
            }
            return data;
        }
        if (!(data instanceof NodeDataset nodes)) {
            throw new IllegalArgumentException("--edits are of one graph; " + dataset + " has many");
        }
        if (!Files.exists(edits)) {
            throw new java.nio.file.NoSuchFileException(edits.toString());
        }
        EditList all = EditFile.read(edits, nodes.graph());
        int count = budget == null
                ? all.size()
                : Budget.parseRemoval(budget).removals(nodes.graph().edgeCount());
        if (count > all.size()) {
            throw new IllegalArgumentException(
                    "--budget " + budget + " is " + count + " edits, but " + edits + " has only " + all.size());
        }
        return nodes.withGraph(all.prefix(count).applyTo(nodes.graph()));
    }
}
