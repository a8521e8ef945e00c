package org.seprank.separation.estimate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where between the {@link ScalableBracket} the certified ranks of small problems lie, by {@link ProblemGroup}. The
 * table is part of the program; {@code src/scripts/calibrate.sh} makes it from the experiment rank-tightness.
 */
final class Calibration {
    private static final String TABLE = "calibration.csv";
    private static final Map<ProblemGroup, Positions> GROUPS = read();

    private Calibration() {}

    /**
     * The positions in a group.
     *
     * @param cases how many ranks
     * @param low the position that 5 % of them are below
     * @param median theirs
     * @param high the position that 5 % of them are above
     */
    record Positions(long cases, double low, double median, double high) {}

    /** Those of a group, empty where it has none: its bounds always meet. */
    static Optional<Positions> of(ProblemGroup group) {
        return Optional.ofNullable(GROUPS.get(group));
    }

    private static Map<ProblemGroup, Positions> read() {
        try (InputStream in = Objects.requireNonNull(Calibration.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toUnmodifiableMap(
                            cells -> ProblemGroup.parse(cells[0]),
                            cells -> new Positions(
                                    Long.parseLong(cells[1]),
                                    Double.parseDouble(cells[2]),
                                    Double.parseDouble(cells[3]),
                                    Double.parseDouble(cells[4]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
