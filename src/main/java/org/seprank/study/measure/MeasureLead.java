package org.seprank.study.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seprank.measure.BeforeAfter;
import org.seprank.measure.Measure;
import org.seprank.report.number.Numbers;

/** The sentence above the measures: of one graph the telling ones, of several those that change most. */
final class MeasureLead {
    private static final List<String> TELLING = List.of(
            "adjusted homophily", "global clustering", "diameter", "spectral gap", "total effective resistance");
    private static final String SEEN = "receptive field";
    private static final int MOST_CHANGES = 3;
    private static final double LEAST_CHANGE = 0.005;

    private record Change(String name, double before, double after) {
        double relative() {
            return (after - before) / Math.abs(before);
        }

        String text() {
            return name + " " + Numbers.brief(before) + " to " + Numbers.brief(after)
                    + String.format(Locale.ROOT, " (%+.0f %%)", 100 * relative());
        }
    }

    private MeasureLead() {}

    /**
     * The sentence, if something can be said.
     *
     * @param graphs the names of the graphs, in the order of their measures
     */
    static Optional<String> of(List<BeforeAfter.Line> lines, List<String> graphs) {
        String said = graphs.size() == 1 ? readings(lines) : changes(lines);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                graphs.size() == 1
                        ? capital(said) + "."
                        : "From " + graphs.get(0) + " to " + graphs.get(graphs.size() - 1) + ": " + said + ".");
    }

    private static String readings(List<BeforeAfter.Line> lines) {
        Stream<String> told = TELLING.stream()
                .flatMap(name -> lines.stream().filter(line -> line.name().equals(name)))
                .map(line -> line.measures().get(0))
                .filter(measure -> !Double.isNaN(measure.number()))
                .map(measure -> measure.words() + " "
                        + (Double.isInfinite(measure.number()) ? "infinite" : Numbers.brief(measure.number())));
        Stream<String> seen = lines.stream()
                .map(line -> line.measures().get(0))
                .filter(measure -> measure.words().equals(SEEN) && measure.reading() instanceof Measure.Spread)
                .max(Comparator.comparingInt(Measure::depth))
                .map(measure -> "a vertex sees "
                        + Numbers.brief(measure.distribution().mean()) + " within " + measure.depth()
                        + (measure.depth() == 1 ? " layer" : " layers") + " on average")
                .stream();
        return Stream.concat(told, seen).collect(Collectors.joining(", "));
    }

    private static String changes(List<BeforeAfter.Line> lines) {
        return TELLING.stream()
                .flatMap(name -> lines.stream().filter(line -> line.name().equals(name)))
                .map(line -> new Change(
                        line.name(),
                        line.measures().get(0).number(),
                        line.measures().get(line.measures().size() - 1).number()))
                .filter(change -> Double.isFinite(change.relative()) && Math.abs(change.relative()) >= LEAST_CHANGE)
                .sorted(Comparator.comparingDouble((Change change) -> -Math.abs(change.relative())))
                .limit(MOST_CHANGES)
                .map(Change::text)
                .collect(Collectors.joining(", "));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
