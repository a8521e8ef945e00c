package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.seprank.explore.ExplorePage;
import org.seprank.explore.ExploreStudy;
import org.seprank.explore.MeasuredNetwork;
import org.seprank.file.AtomicFile;
import org.seprank.study.Context;
import org.seprank.study.ExitCode;
import org.seprank.study.ShellWord;
import org.seprank.study.input.GraphSource;
import org.seprank.work.Parallel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code seprank explore}. */
@Command(
        name = "explore",
        description = {
            "Write and show an interactive page: pick vertices and see walk index and bounds change, step through orders of",
            "edits, compare two methods. The page is one file that needs nothing else, for colleagues and papers too."
        },
        footer = {
            "",
            "Examples:",
            "  seprank explore graphs/karate.graphml",
            "  seprank explore graphs/karate.graphml --partition 0-15 --methods wis,random,spectral -o karate.html --no-open",
            "  seprank explore graphs/csbm --partition labels --edits edits.csv"
        })
final class ExploreCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private ExploreOptions options = new ExploreOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    ExploreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        GraphSource source = graph.source(run.seed());
        Path file = options.output(source.location());
        AtomicFile.checkFile(file);
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), options.quiet())) {
            Context context = new Context(progress, run.threads(), Context.Figures.NONE, command(), this::warn);
            ExplorePage page =
                    Parallel.of(run.threads()).call(() -> study(source).page(context));
            OutputOptions.put(file, page.html());
        } catch (CancellationException interrupted) {
            return ExitCode.INTERRUPTED;
        }
        console.out().println(file);
        console.out().flush();
        if (options.opens() && !Browser.shows(file)) {
            warn("no browser was found to show " + file + " in; open it by hand");
        }
        return ExitCode.DONE;
    }

    private ExploreStudy study(GraphSource source) throws IOException {
        MeasuredNetwork measured = measured(options.measuring(source.location(), run.seed()));
        return new ExploreStudy(source, network.shape(), options.partitions(), options.extent(measured, run.seed()));
    }

    private MeasuredNetwork measured(List<String> words) throws IOException {
        if (words.isEmpty()) {
            return MeasuredNetwork.none();
        }
        InteractionsCommand interactions = new InteractionsCommand(console);
        new CommandLine(interactions)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        return new MeasuredNetwork(interactions.study());
    }

    private String command() {
        return "seprank "
                + spec.root().commandLine().getParseResult().originalArgs().stream()
                        .map(ShellWord::quoted)
                        .collect(Collectors.joining(" "));
    }

    private void warn(String message) {
        if (!options.quiet()) {
            console.say("warning: " + message);
        }
    }
}
