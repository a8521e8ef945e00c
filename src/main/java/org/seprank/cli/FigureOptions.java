package org.seprank.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.report.Block;
import org.seprank.report.chart.Form;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which figure is written on its own. */
final class FigureOptions {
    private static final Pattern WIDTH = Pattern.compile("(\\d+(?:\\.\\d+)?)(mm|cm|in)");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private @Nullable PictureFile plot;

    @Option(
            names = "--figure",
            paramLabel = "NAME",
            description = "With --plot: which figure, by its name in the report's JSON (default: the first).")
    private @Nullable String figure;

    private @Nullable Form printed;

    @Option(
            names = "--plot-width",
            paramLabel = "WIDTH",
            description = "With --plot: how wide it is printed, such as 85mm, 17cm or 3.5in; text then has 9 points,"
                    + " and the title is left to the caption.")
    void width(String width) {
        try {
            printed = form(width);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    @Option(names = "--plot", paramLabel = "FILE.svg|png|pdf", description = "Also draw a figure.")
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
        if (printed != null && plot == null) {
            throw new IllegalArgumentException("--plot-width says how --plot draws, but there is no --plot");
        }
    }

    private static Form form(String width) {
        Matcher parts = WIDTH.matcher(width);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "--plot-width " + width + " is not a number of mm, cm or in, such as 85mm");
        }
        double unit = parts.group(2).equals("in") ? 25.4 : parts.group(2).equals("cm") ? 10 : 1;
        return Form.printed(unit * Double.parseDouble(parts.group(1)));
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
        plot.write(chosen(figures).drawing(), printed == null ? Form.alone("drawing") : printed);
    }

    private Block.Figure chosen(List<Block.Figure> figures) {
        return figures.stream()
                .filter(one -> figure == null || one.key().equals(figure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure '" + figure + "', only "
                        + figures.stream().map(Block.Figure::key).toList()));
    }
}
