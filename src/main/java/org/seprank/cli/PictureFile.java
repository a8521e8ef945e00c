package org.seprank.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.seprank.file.AtomicFile;
import org.seprank.report.chart.Drawing;
import org.seprank.report.chart.Form;
import org.seprank.report.image.Pdf;
import org.seprank.report.image.Png;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A file for one figure; its ending says the form.
 *
 * @param file ends in .svg, .png or .pdf
 */
record PictureFile(Path file) {
    private static final List<String> ENDINGS = List.of(".svg", ".png", ".pdf");

    /**
     * That file, checked before hours of work.
     *
     * @throws ParameterException if the ending is another or the folder is not there
     */
    static PictureFile checked(CommandSpec command, String option, Path file) {
        for (String ending : ENDINGS) {
            if (ends(file, ending)) {
                return new PictureFile(FigureOptions.checked(command, option, file, ending));
            }
        }
        throw new ParameterException(
                command.commandLine(), option + " " + file + " does not end in .svg, .png or .pdf");
    }

    private static boolean ends(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Writes it, beside and moved into place. */
    void write(Drawing drawing, Form form) throws IOException {
        byte[] bytes = ends(file, ".png")
                ? Png.of(drawing, form)
                : ends(file, ".pdf")
                        ? Pdf.of(drawing, form)
                        : drawing.toSvg(form).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}
