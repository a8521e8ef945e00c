package org.seprank.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterDiagonalTest {
    private static ScatterChart chart(ScatterChart.Point... points) {
        return ScatterChart.of(
                "bounds",
                Axis.linear("rank"),
                Axis.linear("bound"),
                List.of(new ScatterChart.Group("upper", List.of(points))));
    }

    @Test
    void theDiagonalIsDrawnWhereBothAxesHaveNumbersInCommon() {
        ScatterChart common = chart(new ScatterChart.Point(0, 1, ""), new ScatterChart.Point(4, 5, ""));
        assertThat(common.toSvg(Form.alone("a"))).doesNotContain("equal rank and bound");
        assertThat(common.withDiagonal().toSvg(Form.alone("a")))
                .contains("equal rank and bound")
                .contains("<line");
        assertThat(common.withDiagonal().description()).contains("equal rank and bound");
        ScatterChart apart = chart(new ScatterChart.Point(0, 8, ""), new ScatterChart.Point(4, 9, ""));
        assertThat(apart.withDiagonal().toSvg(Form.alone("a"))).doesNotContain("<title>equal");
        assertThat(chart().withDiagonal().toSvg(Form.alone("a"))).doesNotContain("<title>equal");
    }
}
