package org.seprank.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.io.Datasets;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.GraphWriter;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Ties;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.rewire.edit.EditFile;
import org.seprank.rewire.edit.EditHeader;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.ExitCode;
import org.seprank.study.Outcome;
import org.seprank.study.input.GraphInput;
import org.seprank.study.rewire.RewirePlan;
import org.seprank.study.rewire.RewireStudy;
import org.seprank.work.Progress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seprank rewire}. */
@Command(
        name = "rewire",
        description =
                "Remove, add or exchange edges of a graph or dataset so that the interactions a network can model are preserved or"
                        + " strengthened, or replay an edit list.",
        footer = {
            "",
            "Examples:",
            "  seprank rewire graphs/karate.graphml --depth 3 --remove 30%% --graph-out sparse.graphml --edits edits.csv",
            "  seprank rewire graphs/sbm.graphml --protect attribute:block --remove 20%% --no-isolated --graph-out sparse.graphml",
            "  seprank rewire graphs/karate.graphml --method fosr --edit 10 --graph-out rewired.graphml",
            "  seprank rewire graphs/karate.graphml --method toward --protect bisection --edit 5 --edits edits.csv",
            "  seprank rewire graphs/karate.graphml --edits-in edits.csv --remove 10%% --graph-out sparse.graphml"
        })
final class RewireCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "wis",
            description = {
                "wis: Walk Index Sparsification; random: the control; all others: see 'seprank methods'",
                "(default: ${DEFAULT-VALUE})."
            })
    private String method = "wis";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the method, as 'seprank methods' lists them; repeatable.")
    private Map<String, String> values = Map.of();

    @ArgGroup
    private @Nullable Amount amount;

    @Option(
            names = "--ties",
            paramLabel = "RULE",
            defaultValue = "first",
            description = "Of equally good edges remove the first or the last (default: ${DEFAULT-VALUE}).")
    private Ties ties = Ties.FIRST;

    @Option(
            names = "--chunk",
            paramLabel = "K",
            defaultValue = "1",
            description =
                    "Rank the edges once, remove the best K, rank again (default: ${DEFAULT-VALUE}, exact greedy).")
    private int chunk = 1;

    @Option(names = "--keep-connected", description = "Never split a component.")
    private boolean keepConnected;

    @Option(names = "--no-isolated", description = "Never take a vertex's last edge.")
    private boolean noIsolated;

    @Option(
            names = "--protect",
            paramLabel = "I",
            description = {
                "Keep the walk indices of these partitions high instead of those of all vertices; repeatable,",
                "written as for analyze --partition. --target says what is predicted."
            })
    private List<String> protect = List.of();

    @Option(
            names = "--partition",
            paramLabel = "I",
            description = "Compare walk index and bounds of this partition before and after; repeatable.")
    private List<String> partitions = List.of();

    @Option(
            names = "--measures",
            paramLabel = "NAMES",
            completionCandidates = GroupNames.class,
            converter = GroupNames.class,
            description = "Also compare measures before and after, separated by commas: ${COMPLETION-CANDIDATES}.")
    private GroupNames.Chosen measures = GroupNames.Chosen.none();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Option(
            names = "--graph-out",
            paramLabel = "FILE",
            description = "Write the graph, or the dataset, after the edits; the name says the format.")
    private @Nullable Path output;

    @Option(
            names = "--edits",
            paramLabel = "FILE",
            description = "Write the ordered list of edits as .csv, or as .json in the form of the published code.")
    private @Nullable Path edits;

    @ArgGroup
    private Earlier earlier = new Earlier();

    @Mixin
    private EditInput input = new EditInput();

    @Mixin
    private OutputOptions form = new OutputOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    /** How many edges. */
    static final class Amount {
        @Option(names = "--remove", required = true, paramLabel = "N|P%", description = "Remove N edges, or P percent.")
        private @Nullable String remove;

        @Option(names = "--keep", required = true, paramLabel = "N|P%", description = "Keep N edges, or P percent.")
        private @Nullable String keep;

        @Option(
                names = "--edit",
                required = true,
                paramLabel = "N|P%",
                description = "Make N edits, additions and removals together, or as many as P percent of the edges.")
        private @Nullable String edit;

        @Option(names = "--all", required = true, description = "Remove all edges, or make all edits the method finds.")
        private boolean all;

        Budget budget() {
            if (remove != null) {
                return Budget.parseRemoval(remove);
            }
            if (keep != null) {
                return Budget.parseKept(keep);
            }
            if (edit != null) {
                return Budget.parseRemoval(edit);
            }
            return all ? Budget.all() : Budget.remove(0);
        }
    }

    /** Edits of an earlier run. */
    static final class Earlier {
        @Option(
                names = "--edits-in",
                paramLabel = "FILE",
                description = "Make these edits, or as many of them as --remove says, instead of deciding on any.")
        private @Nullable Path replay;

        @Option(
                names = "--resume",
                paramLabel = "FILE",
                description = "Go on from the edits of an interrupted run with the same options.")
        private @Nullable Path resume;
    }

    RewireCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        if (amount == null && earlier.replay == null) {
            throw new IllegalArgumentException(
                    "how many edges to change is not said; add --remove 30%, --keep N, --edit N or --all");
        }
        for (Path file : new Path[] {output, edits}) {
            if (file != null) {
                AtomicFile.checkFolder(file);
            }
        }
        RewireStudy study = study();
        GraphInput loaded = study.load();
        study.check(loaded);
        checkOutput(loaded);
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            RewireStudy.Decided decided =
                    earlier.replay != null ? replayed(loaded, earlier.replay) : decide(study, loaded, progress);
            Outcome outcome = study.compare(decided, start, progress);
            if (output != null) {
                write(decided, output);
            }
            form.write(outcome, console);
            if (!outcome.complete() && !form.quiet()) {
                console.say(
                        "interrupted after " + decided.edits().size() + " edits; --resume goes on from an edits file");
            }
            return outcome.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }

    /** Says before the work what would go wrong after it. */
    private void checkOutput(GraphInput loaded) throws IOException {
        if (output == null) {
            return;
        }
        if (edits != null
                && output.toAbsolutePath()
                        .normalize()
                        .equals(edits.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("--graph-out and --edits both name " + output + "; name two files");
        }
        Optional<GraphFormat> format = GraphFormat.forName(output);
        boolean asDataset = loaded.dataset().isPresent();
        if (asDataset && format.isPresent() && !output.toString().endsWith(".npz")) {
            throw new IllegalArgumentException(
                    "--graph-out " + output + " names a graph format, but a dataset is written as a"
                            + " folder or as .npz; 'seprank convert' makes graph files of them");
        }
        if (!asDataset && format.isEmpty()) {
            throw new IllegalArgumentException(
                    "--graph-out " + output + " names no graph format; see 'seprank convert --help'");
        }
    }

    private void write(RewireStudy.Decided decided, Path file) throws IOException {
        Optional<NodeDataset> dataset = decided.dataset();
        if (dataset.isPresent()) {
            Datasets.write(dataset.get(), file);
        } else {
            GraphWriter.write(decided.after(), file).warnings().forEach(warning -> console.say("warning: " + warning));
        }
    }

    private RewireStudy study() {
        Method chosen = Methods.named(method);
        if (amount != null && !chosen.onlyRemoves() && (amount.keep != null || amount.remove != null)) {
            throw new IllegalArgumentException(
                    "--remove and --keep go with methods that only remove edges; say --edit for " + method);
        }
        Budget budget = amount == null ? Budget.all() : amount.budget();
        RemovalRules rules = new RemovalRules(ties, chunk, keepConnected, noIsolated);
        return new RewireStudy(
                graph.source(run.seed()),
                network.shape(),
                new RewirePlan(chosen, budget, rules, protect, values),
                partitions,
                measures.groups(),
                run.seed());
    }

    private RewireStudy.Decided replayed(GraphInput loaded, Path file) throws IOException {
        Graph before = loaded.graph();
        EditFile.Content read = input.file(file).content(before);
        EditList all = read.edits();
        if (all.additionCount() > 0 && amount != null && amount.keep != null) {
            throw new IllegalArgumentException(
                    "--keep " + amount.keep + " says how many edges stay, but " + file + " adds edges; say --edit N");
        }
        int count = amount == null || amount.all ? all.size() : amount.budget().edits(before.edgeCount());
        if (count > all.size()) {
            throw new IllegalArgumentException(
                    count + " edits are to be made, but " + file + " has only " + all.size());
        }
        EditList some = all.prefix(count);
        if (edits != null) {
            EditHeader header = EditHeader.of(loaded.location(), before)
                    .decidedBy(read.header().settings(), read.header().parameters())
                    .withVersion(read.header().version());
            EditFile.write(edits, before, header, some);
        }
        return new RewireStudy.Decided(loaded, some, true, file.toString());
    }

    private RewireStudy.Decided decide(RewireStudy study, GraphInput loaded, Progress progress) throws IOException {
        Path kept = edits == null ? earlier.resume : edits;
        Graph before = loaded.graph();
        EditHeader header = study.header(loaded);
        EditList decided = earlier.resume == null
                ? EditList.empty()
                : input.file(earlier.resume).resumed(before, header);
        try (EditOutput sink = EditOutput.to(kept, before, header, decided)) {
            RewireStudy.Decided all = study.decide(loaded, decided, sink, progress);
            sink.finish(all.edits());
            return all;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
