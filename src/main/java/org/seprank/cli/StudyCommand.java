package org.seprank.cli;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.ExitCode;
import org.seprank.study.Outcome;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.work.Parallel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that asks one question: its options make the study, which is run, and the answer written. */
abstract class StudyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private OutputOptions form = new OutputOptions();

    @Option(names = "--dry-run", description = "Only say how long and how large the work would be.")
    private boolean dryRun;

    StudyCommand(Console console) {
        this.console = console;
    }

    /** What the options ask. Reads no input that is to be read by the study. */
    abstract Study study() throws IOException;

    /** Whether it can be a line of a batch. */
    boolean isBatched() {
        return true;
    }

    /** The options, without dashes, that name files or folders which the study writes. */
    Set<String> outputs() {
        return Set.of();
    }

    /** Whether it works on a graph, so that a folder of them stands for a study of each. */
    boolean takesGraphs() {
        return false;
    }

    /** Whether it works on datasets, which may be folders themselves. */
    boolean takesDatasets() {
        return false;
    }

    /** How many threads may be used. */
    int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Says before the work what would go wrong after it. */
    void check() throws IOException {}

    /** Writes what the command writes beside the answer. */
    void keep(Document answer) throws IOException {}

    /** How an interrupted run goes on; empty where it begins anew. */
    String resumption() {
        return "";
    }

    @Override
    public final Integer call() throws IOException {
        form.check();
        Study study = study();
        if (!dryRun) {
            check();
        }
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            Context context = new Context(progress, threads(), form.figures(), form.command(), this::warn);
            if (dryRun) {
                form.write(estimate(context), console);
                return ExitCode.DONE;
            }
            Outcome outcome = Parallel.of(threads()).call(() -> study.run(context));
            keep(form.write(outcome, console));
            if (!outcome.durations().isEmpty() && !form.quiet()) {
                console.say("time: " + Block.Duration.text(outcome.durations()));
            }
            if (outcome.verdict() == Verdict.INTERRUPTED && !resumption().isEmpty() && !form.quiet()) {
                console.say("interrupted; " + resumption());
            }
            return ExitCode.of(outcome.verdict());
        } catch (CancellationException nothingToSay) {
            return ExitCode.INTERRUPTED;
        }
    }

    private void warn(String message) {
        if (!form.quiet()) {
            console.say("warning: " + message);
        }
    }

    /** How long and how large the work would be. */
    Document estimate(Context context) throws IOException {
        Study study = study();
        return study.estimate(context)
                .map(Estimate::document)
                .orElseThrow(() -> new IllegalArgumentException("nothing can be said of "
                        + study.question().verb() + " before it is done; leave out --dry-run"));
    }
}
