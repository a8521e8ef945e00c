package org.seprank.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seprank.study.rewire.EditSource;
import org.seprank.study.rewire.Replay;
import org.seprank.study.rewire.RewireFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The files of a rewiring. */
final class RewireFileOptions {
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

    /** Edits that are there, or else those that the method decides on. */
    EditSource edits(MethodOptions method, long seed) {
        return earlier.replay == null
                ? method.plan(seed)
                : new Replay(input.file(earlier.replay), method.amount().budget());
    }

    RewireFiles files() {
        return new RewireFiles(
                Optional.ofNullable(output),
                Optional.ofNullable(edits),
                Optional.ofNullable(earlier.resume).map(input::file));
    }
}
