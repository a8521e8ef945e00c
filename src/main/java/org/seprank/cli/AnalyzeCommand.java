package org.seprank.cli;

import java.util.Set;
import java.util.TreeSet;
import org.seprank.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank analyze}. */
@Command(
        name = "analyze",
        description = {
            "Walk indices, bounds on the separation rank and, with --certify, the rank itself, for partitions of a graph, or",
            "for pairs of vertices whose links are predicted."
        },
        footer = {
            "",
            "Examples:",
            "  seprank analyze graphs/karate.graphml",
            "  seprank analyze graphs/karate.graphml --partition 0-15 --depth 2 --certify",
            "  seprank analyze graphs/karate.graphml --depth 2 --certify --max-inputs 8192 --checkpoint ranks.npz",
            "  seprank analyze graphs/karate.graphml --pairs sampled:40 --without-own-edges --format csv",
            "  seprank analyze family:cycle,n=12 --partition 0-5 --target 0 --format json"
        })
final class AnalyzeCommand extends GraphCommand {
    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private AnalyzeOptions options = new AnalyzeOptions();

    @Mixin
    private ElementOptions elements = new ElementOptions();

    AnalyzeCommand(Console console) {
        super(console);
    }

    @Override
    Set<String> outputs() {
        Set<String> names = new TreeSet<>(ElementOptions.NAMES);
        names.add("checkpoint");
        return names;
    }

    @Override
    Study study() {
        return options.study(source(), network.shape(), elements.files(), seed());
    }

    @Override
    String resumption() {
        return options.resumption();
    }
}
