package org.seprank.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.seprank.file.AtomicFile;
import org.seprank.report.chart.Drawing;
import org.seprank.report.image.Png;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A file for one figure; its ending says the form.
 *
 * @param file ends in .svg or .png
 */
record PictureFile(Path file) {
    /**
     * That file, checked before hours of work.
     *
     * @throws ParameterException if the ending is another or the folder is not there
     */
    static PictureFile checked(CommandSpec command, String option, Path file) {
        String ending = isPng(file) ? ".png" : ".svg";
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new ParameterException(command.commandLine(), option + " " + file + " does not end in .svg or .png");
        }
        return new PictureFile(FigureOptions.checked(command, option, file, ending));
    }

    private static boolean isPng(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    /** Writes it, beside and moved into place. */
    void write(Drawing drawing) throws IOException {
        byte[] bytes = isPng(file) ? Png.of(drawing) : drawing.toSvg().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}
