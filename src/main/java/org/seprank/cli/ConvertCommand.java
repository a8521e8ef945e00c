package org.seprank.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.codec.LinkKey;
import org.seprank.study.Study;
import org.seprank.study.convert.ConvertStudy;
import picocli.CommandLine.Command;
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
final class ConvertCommand extends GraphCommand {
    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; its name says the format.")
    private Path out = Path.of("");

    @Option(
            names = "--output-format",
            paramLabel = "FORMAT",
            description = "Write this format: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FormatNames.class,
            converter = FormatNames.class)
    private @Nullable GraphFormat outputFormat;

    @Option(
            names = "--node-link",
            paramLabel = "KEY",
            description = {
                "What JSON calls its list of edges: edges, as NetworkX from 3.4 on, or links, as D3 and older",
                "NetworkX (default: edges). Both are read."
            })
    private LinkKey linkKey = LinkKey.EDGES;

    ConvertCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    Study study() {
        return new ConvertStudy(source(), out, outputFormat, linkKey);
    }
}
