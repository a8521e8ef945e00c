package org.seprank.study.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.seprank.report.Block;
import org.seprank.report.Table;

/**
 * Where between the bounds that scale to large graphs the certified ranks lie, by group of problems: what
 * {@link org.seprank.separation.estimate.RankEstimate} is calibrated on. Each group's interval is judged on families of
 * graphs that it was not made from.
 */
final class RankPositions {
    private static final int FEW_CASES = 100;

    private RankPositions() {}

    /** A certified rank's position, and how many cases have it. */
    private record Position(double value, long cases) {}

    /** A row of the table of positions; covered is in percent, of cases by the intervals of the other families. */
    private record Row(
            String group,
            long cases,
            double low,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double high,
            double covered) {}

    static List<Block> blocks(Map<String, GraphTightness> families) {
        Map<String, Map<String, List<Position>>> groups = new TreeMap<>(); // group, family
        families.forEach((family, tightness) -> tightness.kinds().forEach((kind, cases) -> {
            if (!Double.isNaN(kind.position())) {
                groups.computeIfAbsent(kind.group(), none -> new TreeMap<>())
                        .computeIfAbsent(family, none -> new ArrayList<>())
                        .add(new Position(kind.position(), cases));
            }
        }));
        List<Row> rows = new ArrayList<>();
        groups.forEach((group, byFamily) -> rows.add(row(group, enough(group, groups))));
        return List.of(
                new Block.Note("Positions: 0 is ln of the tightest lower, 1 of the tightest upper bound of those that"
                        + " enumerate no monomials; of certified ranks above 30 where the two differ. low and high"
                        + " leave out 5 % each; covered is the share of cases between those of all other families. A group of"
                        + " fewer than " + FEW_CASES
                        + " cases takes those of all depths that widen, or do not, as it does."),
                Table.of("positions", "Where between scalable bounds the certified ranks lie", Row.class, rows));
    }

    private static Map<String, List<Position>> enough(String group, Map<String, Map<String, List<Position>>> groups) {
        Map<String, List<Position>> own = groups.getOrDefault(group, Map.of());
        if (cases(own.values().stream().flatMap(List::stream)) >= FEW_CASES) {
            return own;
        }
        Map<String, List<Position>> pooled = new TreeMap<>();
        String kind = group.substring(group.lastIndexOf(' '));
        groups.forEach((name, byFamily) -> {
            if (name.endsWith(kind)) {
                byFamily.forEach((family, positions) -> pooled.computeIfAbsent(family, none -> new ArrayList<>())
                        .addAll(positions));
            }
        });
        return pooled;
    }

    private static Row row(String group, Map<String, List<Position>> byFamily) {
        List<Position> all = byFamily.values().stream().flatMap(List::stream).toList();
        long covered = 0;
        for (String family : byFamily.keySet()) {
            List<Position> others = byFamily.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(family))
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
            double low = quantile(others, 0.05);
            double high = quantile(others, 0.95);
            covered += cases(byFamily.getOrDefault(family, List.of()).stream()
                    .filter(at -> at.value() >= low && at.value() <= high));
        }
        long cases = cases(all.stream());
        return new Row(
                group,
                cases,
                quantile(all, 0.05),
                quantile(all, 0.25),
                quantile(all, 0.5),
                quantile(all, 0.75),
                quantile(all, 0.95),
                100.0 * covered / cases);
    }

    private static long cases(Stream<Position> positions) {
        return positions.mapToLong(Position::cases).sum();
    }

    /** The least position at or below which that share of the cases lies; NaN without cases. */
    private static double quantile(List<Position> positions, double share) {
        double wanted = share * cases(positions.stream());
        long below = 0;
        for (Position at : positions.stream()
                .sorted(Comparator.comparingDouble(Position::value))
                .toList()) {
            below += at.cases();
            if (below >= wanted) {
                return at.value();
            }
        }
        return Double.NaN;
    }
}
