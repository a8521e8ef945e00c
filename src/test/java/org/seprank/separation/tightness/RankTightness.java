package org.seprank.separation.tightness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.seprank.progress.Progress;
import org.seprank.separation.Bounds;

/** Writes the table of pinned ranks of the whole suite: {@code RankTightness FOLDER BUDGET}. */
final class RankTightness {
    private RankTightness() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        var settings = new TightnessTable.Settings(Bounds.Options.defaults(), Integer.parseInt(arguments[1]), 0);
        TightnessTable table = TightnessTable.of(TightnessSuite.cases(8), settings, Progress.none());
        Files.writeString(
                folder.resolve("rank-tightness.md"), """
                # On how many small problems the separation rank is known exactly

                Written by `mvn -q package -DskipTests && java -cp target/test-classes:target/classes:$(cat target/seprank.classpath)
                org.seprank.separation.tightness.RankTightness %s`. The suite is described in `TightnessSuite`, the bounds
                in `docs/bounds.md`; no bound was violated on any case.

                """.replace("%s", String.join(" ", arguments)) + table.markdown());
        Files.writeString(folder.resolve("rank-tightness.csv"), table.csv());
    }
}
