package org.seprank.measure.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.Shared;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.work.Progress;

/** The tables of range-measure@41af282 for its tasks on the 16 x 16 grid, whose influences are the transposes. */
class PublishedRangesTest {
    private static final Graph GRID = GraphFamily.parse("family:grid,rows=16,cols=16", 0);
    private static final double FLOATS = 1e-5; // theirs are of single precision

    @ParameterizedTest
    @CsvSource({"dirac, dirac", "power, power", "rectangle, rectangle"})
    void tasksOnTheGridHaveThePublishedRanges(String file, String task) throws IOException {
        List<String> lines = Files.readAllLines(Shared.file("golden/range/grid_task_range_" + file + ".csv"));
        List<String> columns = cells(lines.get(0));
        VertexDistances hops = VertexDistances.hops(GRID);
        VertexDistances resistances = VertexDistances.resistances(GRID, 0, Progress.none());
        assertThat(lines).hasSize(9);
        for (String line : lines.subList(1, 9)) {
            List<String> cells = cells(line);
            TargetMatrix matrix = TargetMatrix.parse(task + ":" + cells.get(columns.indexOf("k")) + ":transposed");
            RangeSummary inHops = summary(matrix, hops);
            RangeSummary inResistance = summary(matrix, resistances);
            Map<String, Double> expected = new TreeMap<>(Map.of(
                    "SPD", inHops.range().value(),
                    "SPDNorm", inHops.normalised().value(),
                    "Res", inResistance.range().value(),
                    "ResNorm", inResistance.normalised().value()));
            expected.forEach((column, value) -> assertThat(value)
                    .as(matrix.name() + " " + column)
                    .isCloseTo(
                            Double.parseDouble(cells.get(columns.indexOf("Val/TaskRange" + column))), within(FLOATS)));
        }
    }

    private static RangeSummary summary(TargetMatrix matrix, VertexDistances distances) {
        IntFunction<double[]> rows = matrix.over(GRID);
        List<VertexRange> ranges = new ArrayList<>();
        for (int u = 0; u < GRID.vertexCount(); u++) {
            ranges.add(VertexRange.of(rows.apply(u), distances.of(u)));
        }
        return RangeSummary.of(ranges, GRID.vertexCount());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(cell -> cell.replace("\"", ""))
                .toList();
    }
}
