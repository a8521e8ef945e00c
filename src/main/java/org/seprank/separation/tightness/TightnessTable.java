package org.seprank.separation.tightness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.seprank.progress.Progress;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/** On how many cases of a suite the separation rank is pinned exactly, by families and by bounds. Immutable. */
public final class TightnessTable {
    private final List<Verdict> verdicts;
    private final Settings settings;

    private TightnessTable(List<Verdict> verdicts, Settings settings) {
        this.verdicts = verdicts;
        this.settings = settings;
    }

    /** Finds ranks of random matrices. */
    @FunctionalInterface
    interface Certifier {
        /** The rank of the values of a random network on so many random inputs per side. */
        int rank(SeparationProblem problem, int inputs);
    }

    /**
     * How much work a case may be.
     *
     * @param bounds what the bounds may enumerate
     * @param budget a rank is certified where the tightest upper bound is at most this
     * @param seed of the random matrices
     */
    public record Settings(Bounds.Options bounds, int budget, long seed) {}

    /**
     * Judges every case, on all processors; the result does not depend on how many there are. Once cancelled, the
     * remaining cases are left out.
     *
     * @throws IllegalStateException if a bound turns out to be wrong
     */
    public static TightnessTable of(List<TightnessSuite.Case> cases, Settings settings, Progress progress) {
        progress.start("pinning separation ranks", cases.size());
        AtomicLong done = new AtomicLong();
        List<Verdict> verdicts = cases.parallelStream()
                .filter(one -> !progress.cancelled())
                .map(one -> {
                    Verdict verdict = judge(one, settings);
                    progress.advanceTo(done.incrementAndGet());
                    return verdict;
                })
                .toList();
        return new TightnessTable(verdicts, settings);
    }

    /**
     * Bounds and, where the budget allows, a certified rank.
     *
     * @throws IllegalStateException if they are not in order: a bound is wrong
     */
    public static Verdict judge(TightnessSuite.Case one, Settings settings) {
        CertifiedRank.Options search = CertifiedRank.Options.withSeed(settings.seed);
        return judge(
                one,
                settings,
                (problem, inputs) ->
                        CertifiedRank.of(problem, search.withMaxSamples(inputs)).rank());
    }

    static Verdict judge(TightnessSuite.Case one, Settings settings, Certifier certifier) {
        Bounds bounds = Bounds.of(one.problem(), settings.bounds);
        int least = bounds.tightestUpper()
                .rank()
                .exact()
                .filter(value -> value.bitLength() < Integer.SIZE)
                .map(Number::intValue)
                .orElse(Integer.MAX_VALUE);
        int certified = least <= settings.budget ? certifier.rank(one.problem(), least + 1) : 0;
        double slack = 1e-9 * Math.max(1, Math.abs(bounds.tightestUpper().nats()));
        if (bounds.tightestLower().nats() > bounds.tightestUpper().nats() + slack) {
            throw new IllegalStateException(one + ": a lower bound is above an upper one in " + bounds);
        }
        if (certified > least || (certified > 0 && bounds.tightestLower().nats() > Math.log(certified + 0.5))) {
            throw new IllegalStateException(one + ": the certified rank " + certified + " is not in " + bounds);
        }
        return new Verdict(one, bounds, certified);
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    /** The number of cases. */
    public int size() {
        return verdicts.size();
    }

    /** The number of cases with a pinned rank. */
    public long pinned() {
        return verdicts.stream().filter(Verdict::pinned).count();
    }

    /** The table as Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Pinned: the tightest upper bound equals the rank for almost all weights, because a lower bound reaches it or "
                        + "because a random matrix modulo 2^31-1 does. Matrices are drawn where the tightest upper bound is "
                        + "at most %d; at most %d monomials are enumerated.%n%n",
                settings.budget,
                settings.bounds.enumerationCap()));
        section(text, "family", one -> one.problem().family());
        section(text, "L, target", one -> "L=" + one.problem().problem().depth() + " " + target(one));
        section(text, "D_x, D_h", TightnessTable::widths);
        boundsSection(text);
        return text.toString();
    }

    private void section(StringBuilder text, String title, Function<Verdict, String> key) {
        text.append("| ")
                .append(title)
                .append(" | cases | pinned | | by bounds alone | with a matrix | of these pinned | |\n");
        text.append("|---|--:|--:|--:|--:|--:|--:|--:|\n");
        groups(key).forEach((name, members) -> row(text, name, members));
        row(text, "all", verdicts);
        text.append('\n');
    }

    private static void row(StringBuilder text, String name, List<Verdict> members) {
        Counts counts = Counts.of(members);
        text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f %% | %d | %d | %d | %.1f %% |%n",
                name,
                counts.cases,
                counts.pinned,
                percent(counts.pinned, counts.cases),
                counts.byBounds,
                counts.judged,
                counts.judgedPinned,
                percent(counts.judgedPinned, counts.judged)));
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private void boundsSection(StringBuilder text) {
        text.append("| upper bound | equals the pinned rank | alone in that |\n|---|--:|--:|\n");
        for (String name : upperNames()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d |%n",
                    name,
                    verdicts.stream().filter(one -> one.reaches(name)).count(),
                    verdicts.stream().filter(one -> one.onlyReaches(name)).count()));
        }
    }

    private List<String> upperNames() {
        return verdicts.stream()
                .flatMap(one -> one.bounds().of(Bound.Side.UPPER).stream())
                .map(Bound::name)
                .distinct()
                .toList();
    }

    /** One line per graph, L, widths and kind of target. */
    public String csv() {
        StringBuilder text = new StringBuilder(
                "family,graph,depth,target,input_width,hidden_width,cases,pinned,by_bounds,judged,judged_pinned\n");
        Function<Verdict, String> key = one -> String.join(
                ",",
                one.problem().family(),
                one.problem().graphName(),
                Integer.toString(one.problem().problem().depth()),
                target(one),
                Integer.toString(one.problem().problem().inputWidth()),
                Integer.toString(one.problem().problem().hiddenWidth()));
        groups(key).forEach((name, members) -> {
            Counts counts = Counts.of(members);
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%d,%d,%d%n",
                    name,
                    counts.cases,
                    counts.pinned,
                    counts.byBounds,
                    counts.judged,
                    counts.judgedPinned));
        });
        return text.toString();
    }

    private Map<String, List<Verdict>> groups(Function<Verdict, String> key) {
        return verdicts.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private static String target(Verdict one) {
        return one.problem().problem().target() instanceof Target.WholeGraph ? "graph" : "vertex";
    }

    private static String widths(Verdict one) {
        SeparationProblem problem = one.problem().problem();
        return problem.inputWidth() + ", " + problem.hiddenWidth();
    }

    private record Counts(long cases, long pinned, long byBounds, long judged, long judgedPinned) {
        static Counts of(List<Verdict> members) {
            return new Counts(
                    members.size(),
                    members.stream().filter(Verdict::pinned).count(),
                    members.stream().filter(one -> one.bounds().meet()).count(),
                    members.stream().filter(Verdict::withinBudget).count(),
                    members.stream()
                            .filter(one -> one.withinBudget() && one.pinned())
                            .count());
        }
    }
}
