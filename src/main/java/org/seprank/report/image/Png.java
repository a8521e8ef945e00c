package org.seprank.report.image;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.seprank.report.chart.Drawing;
import org.seprank.report.chart.Form;

/**
 * A figure as a PNG image, dark on white, twice as many pixels as the drawing has units, or 600 an inch where it is
 * printed. The machine must have a font; the JDK's headless variants may lack what finds it.
 */
public final class Png {
    private static final double PIXELS_PER_UNIT = 2;
    private static final double PRINTED_PIXELS_PER_UNIT = 600 / 96.0;
    /** A style sheet chooses by the reader's screen, which an image does not know. */
    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);

    private Png() {}

    /**
     * The bytes of the file.
     *
     * @throws IOException if the machine has no font to write words with
     */
    public static byte[] of(Drawing drawing, Form form) throws IOException {
        System.setProperty("java.awt.headless", "true");
        try {
            double scale = form.millimetres() > 0 ? PRINTED_PIXELS_PER_UNIT : PIXELS_PER_UNIT;
            return encoded(drawn(parsed(drawing.toSvg(form)), form.width(), scale));
        } catch (LinkageError | InternalError | RuntimeException e) { // as the JDK says that there is no font
            throw new IOException(
                    "a PNG image needs a font, and this machine's java finds none (" + e.getMessage()
                            + "); write an .svg file, or install fontconfig and a font",
                    e);
        }
    }

    private static SVGDocument parsed(String drawing) {
        String svg =
                STYLE.matcher(drawing).replaceFirst("").replaceFirst("width=\"[0-9.]+mm\" height=\"[0-9.]+mm\"", "");
        svg = STYLE.matcher(svg).replaceAll("").replaceFirst("<svg ", "<svg color=\"#1a1a1a\" ");
        ByteArrayInputStream bytes = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(
                new SVGLoader().load(bytes, null, LoaderContext.createDefault()), "the drawing is not SVG");
    }

    private static BufferedImage drawn(SVGDocument document, double units, double scale) {
        FloatSize size = document.size();
        double pixels = scale * units / size.width;
        int width = (int) Math.ceil(size.width * pixels);
        int height = (int) Math.ceil(size.height * pixels);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(pixels, pixels);
        @Nullable JComponent none = null; // the image is shown nowhere
        document.render(none, graphics);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
