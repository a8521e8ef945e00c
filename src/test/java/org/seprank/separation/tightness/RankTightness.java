package org.seprank.separation.tightness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.seprank.oracle.RankOracle;
import org.seprank.progress.Progress;
import org.seprank.separation.Bounds;

/** Writes the table of pinned ranks: {@code RankTightness FOLDER [BUDGET [CAP]]}. */
final class RankTightness {
    private RankTightness() {}

    public static void main(String[] arguments) throws IOException {
        int budget = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 128;
        int cap = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200_000;
        var settings = new TightnessTable.Settings(Bounds.Options.defaults().withEnumerationCap(cap), budget);
        TightnessTable table = TightnessTable.of(
                TightnessSuite.cases(8),
                settings,
                (problem, inputs) -> RankOracle.rank(problem, inputs, 0),
                Progress.none());
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String title = "# On how many small problems the separation rank is known exactly\n\n";
        Files.writeString(folder.resolve("rank-tightness.md"), title + table.markdown());
        Files.writeString(folder.resolve("rank-tightness.csv"), table.csv());
    }
}
