package org.seprank.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.explore.ExploreStudy;
import org.seprank.explore.MeasuredNetwork;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a page to explore has, and where it goes. */
final class ExploreOptions {
    @Option(
            names = "--partition",
            paramLabel = "I",
            description =
                    "To begin with, as for analyze; repeatable (default: what the graph suggests, else a bisection).")
    private List<String> partitions = List.of();

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "wis,random",
            description = {
                "Methods whose edits can be stepped through, as 'seprank methods' lists them; those that rewire for stated",
                "partitions are run for the first one (default: ${DEFAULT-VALUE})."
            })
    private List<String> methods = List.of();

    @Option(names = "--edits", paramLabel = "FILE", description = "A list of edits to step through; repeatable.")
    private List<Path> edits = List.of();

    @Mixin
    private EditInput input = new EditInput();

    @Option(
            names = "--labels",
            paramLabel = "ATTRIBUTE",
            defaultValue = "",
            description = "The vertex attribute that has the labels (default: those of the dataset).")
    private String labels = "";

    @Option(names = "--certify", description = "Also certify the separation ranks of the partitions, as analyze does.")
    private boolean certify;

    @Option(
            names = "--network",
            paramLabel = "FILE",
            description = "A network of train --checkpoint, whose interaction across the partitions is measured.")
    private @Nullable Path network;

    private @Nullable Path output;

    @Option(names = "--no-open", description = "Only write the page, do not show it.")
    private boolean closed;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no messages.")
    private boolean quiet;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.html",
            description = "Where the page is written (default: the graph's name and -explore.html, here).")
    void output(Path file) {
        output = FigureOptions.checked(command, "--output", file, ".html");
    }

    List<String> partitions() {
        return partitions;
    }

    boolean opens() {
        return !closed;
    }

    boolean quiet() {
        return quiet;
    }

    Path output(String location) {
        if (output != null) {
            return output;
        }
        String name = String.valueOf(
                Path.of(location.replace(':', '-').replace(',', '-')).getFileName());
        int dot = name.lastIndexOf('.');
        return Path.of((dot > 0 ? name.substring(0, dot) : name) + "-explore.html");
    }

    /** The words of a command that measures the network on a dataset; none where no network is given. */
    List<String> measuring(String location, long seed) {
        if (network == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("interactions", location, "--network", network.toString()));
        words.addAll(List.of("--seed", Long.toString(seed), "--bootstrap", "0", "--samples", "64"));
        partitions.forEach(partition -> words.addAll(List.of("--partition", partition)));
        return words;
    }

    ExploreStudy.Extent extent(MeasuredNetwork measured, long seed) {
        return new ExploreStudy.Extent(
                methods, edits.stream().map(input::file).toList(), labels, certify, measured, seed);
    }
}
