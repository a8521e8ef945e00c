package org.seprank.report.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.Form;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;

class PngTest {
    @Test
    void theImageShowsTheChartOnWhite() throws Exception {
        Series rising = Series.of("rising", List.of(Series.Point.of(0, 0), Series.Point.of(1, 1)));
        LineChart chart = new LineChart("A line", Axis.linear("x"), Axis.linear("y"), List.of(rising));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.of(chart, Form.alone("a"))));
        assertThat(image.getWidth()).isEqualTo(1440);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        assertThat(share(image, 0x0072B2)).as("the line's blue").isGreaterThan(1e-3);
        assertThat(share(image, 0x1A1A1A)).as("words and axes").isGreaterThan(1e-3);
        assertThat(share(image, 0xFFFFFF)).isBetween(0.8, 0.999);
    }

    @Test
    void printedImagesHaveSixHundredPixelsAnInch() throws Exception {
        LineChart chart = new LineChart("A line", Axis.linear("x"), Axis.linear("y"), List.of());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.of(chart, Form.printed(85))));
        assertThat((double) image.getWidth()).isBetween(85 / 25.4 * 600 - 1, 85 / 25.4 * 600 + 1);
    }

    private static double share(BufferedImage image, int colour) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
            }
        }
        return (double) count / image.getWidth() / image.getHeight();
    }
}
