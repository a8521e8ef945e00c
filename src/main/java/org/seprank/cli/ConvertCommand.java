package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.graph.Graph;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.GraphWriter;
import org.seprank.graph.io.Written;
import org.seprank.study.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank convert}. */
@Command(
        name = "convert",
        description = "Read a graph in one format, or make one of a family, and write it in another.",
        footer = {
            "",
            "Examples:",
            "  seprank convert graphs/karate.graphml karate.gml",
            "  seprank convert family:sbm,n=400,blocks=4 blocks.graphml"
        })
final class ConvertCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; its name says the format.")
    private Path out = Path.of("");

    @Option(
            names = "--output-format",
            paramLabel = "FORMAT",
            description = "Write this format: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FormatNames.class,
            converter = FormatNames.class)
    private @Nullable GraphFormat outputFormat;

    @Mixin
    private RunOptions run = new RunOptions();

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Graph read = graph.source(run.seed()).read().graph();
        Written written =
                outputFormat == null ? GraphWriter.write(read, out) : GraphWriter.write(read, out, outputFormat);
        written.warnings().forEach(warning -> console.say("warning: " + warning));
        console.say(read + " written to " + out + "; dropped from the input: "
                + read.dropped().selfLoops() + " self-loops, " + read.dropped().duplicates() + " duplicate edges");
        return ExitCode.DONE;
    }
}
