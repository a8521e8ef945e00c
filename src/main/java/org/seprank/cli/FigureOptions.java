package org.seprank.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.report.Block;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which figure is written on its own. */
final class FigureOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private @Nullable PictureFile plot;

    @Option(
            names = "--figure",
            paramLabel = "NAME",
            description = "With --plot: which figure, by its name in the report's JSON (default: the first).")
    private @Nullable String figure;

    @Option(names = "--plot", paramLabel = "FILE.svg|png", description = "Also draw a figure.")
    void plot(Path file) {
        plot = PictureFile.checked(command, "--plot", file);
    }

    /** A file whose name ends as it should and whose folder is there, before hours of work. */
    static Path checked(CommandSpec command, String option, Path file, String ending) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new ParameterException(command.commandLine(), option + " " + file + " does not end in " + ending);
        }
        try {
            AtomicFile.checkFile(file);
        } catch (NoSuchFileException e) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " " + file + ": no such folder: " + e.getFile() + "; make it first",
                    e);
        } catch (IOException e) {
            throw new ParameterException(
                    command.commandLine(), option + " " + file + ": it is a folder; name a file", e);
        }
        return file;
    }

    /** Says before the work that a name without a file is a mistake. */
    void check() {
        if (figure != null && plot == null) {
            throw new IllegalArgumentException(
                    "--figure " + figure + " says what --plot draws, but there is no --plot");
        }
    }

    /** Whether a figure is to be written. */
    boolean isAsked() {
        return plot != null;
    }

    /** Writes the chosen one, if any is to be written. */
    void write(List<Block.Figure> figures) throws IOException {
        if (plot == null) {
            return;
        }
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("the answer has no figure for --plot");
        }
        plot.write(chosen(figures).drawing());
    }

    private Block.Figure chosen(List<Block.Figure> figures) {
        return figures.stream()
                .filter(one -> figure == null || one.key().equals(figure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure '" + figure + "', only "
                        + figures.stream().map(Block.Figure::key).toList()));
    }
}
