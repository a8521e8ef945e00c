package org.seprank.rewire;

import java.math.BigDecimal;
import java.math.MathContext;
import org.seprank.graph.Graph;

/** How many edges to remove, said in one of the usual ways. */
public sealed interface Budget {
    /**
     * The number of edges to remove out of {@code edgeCount}, in 0..edgeCount.
     *
     * @throws IllegalArgumentException if the budget asks for more edges than there are
     */
    int removals(int edgeCount);

    /**
     * The number of edits out of as many as a method finds for a graph with {@code edgeCount} edges: like removals, but
     * a count may be larger, and all means all.
     */
    default int edits(int edgeCount) {
        if (this instanceof Remove some) {
            return some.count();
        }
        return this instanceof All ? Integer.MAX_VALUE : removals(edgeCount);
    }

    /**
     * The budget in terms of the edges of a graph.
     *
     * @param adds whether edges are added, not removed
     * @throws IllegalArgumentException if what is asked for lies in the other direction
     */
    default Budget in(Graph graph, boolean adds) {
        return this;
    }

    /** As the user says it: "500", "30%", "keep 500", "keep 30%", "mean degree 4" or "all". */
    String text();

    /** Remove that many edges. */
    static Budget remove(int count) {
        return new Remove(count);
    }

    /** Remove that fraction of the edges, rounded to the nearest number. */
    static Budget removeFraction(double fraction) {
        return new RemoveFraction(fraction);
    }

    /** Keep that many edges. */
    static Budget keep(int count) {
        return new Keep(count);
    }

    /** Keep that fraction of the edges, rounded to the nearest number. */
    static Budget keepFraction(double fraction) {
        return new KeepFraction(fraction);
    }

    /**
     * Remove or add edges until the mean degree is as near to that as it can be: twice the edges by the vertices, of a
     * directed graph the edges by the vertices. Counts edges only {@link #in} a graph.
     */
    static Budget meanDegree(double degree) {
        return new MeanDegree(degree);
    }

    /** Remove all edges: the whole order. */
    static Budget all() {
        return All.INSTANCE;
    }

    /** Reads what to remove: a count such as "500", or a percentage such as "30%" or "12.5%". */
    static Budget parseRemoval(String text) {
        return isPercentage(text) ? removeFraction(fraction(text)) : remove(count(text));
    }

    /** Reads what to keep: a count such as "500", or a percentage such as "30%" or "12.5%". */
    static Budget parseKept(String text) {
        return isPercentage(text) ? keepFraction(fraction(text)) : keep(count(text));
    }

    private static boolean isPercentage(String text) {
        return text.strip().endsWith("%");
    }

    private static double fraction(String text) {
        String number = text.strip();
        number = number.substring(0, number.length() - 1).strip();
        int point = number.indexOf('.');
        String part = number.substring(point + 1); // all of it where there is no point
        if (!isDigits(part) || (point > 0 && !isDigits(number.substring(0, point)))) {
            throw unreadable(text);
        }
        double percent = Double.parseDouble(number);
        if (percent > 100) {
            throw new IllegalArgumentException("budget '" + text + "' is not in 0%..100%");
        }
        return percent / 100;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private static int count(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notWhole) {
            throw unreadable(text);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "budget '" + text + "' is neither a number of edges such as 500 nor a percentage such as 30%");
    }

    private static String percent(double fraction) {
        return BigDecimal.valueOf(fraction)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }

    private static void checkCount(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("budget of " + count + " edges is negative");
        }
    }

    private static void checkFraction(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("budget fraction " + fraction + " is not in 0..1");
        }
    }

    private static int checkFits(int count, int edgeCount) {
        if (count > edgeCount) {
            throw new IllegalArgumentException("budget of " + count + " edges is not in 0.." + edgeCount);
        }
        return count;
    }

    /** Everything. */
    enum All implements Budget {
        /** The only one. */
        INSTANCE;

        @Override
        public String text() {
            return "all";
        }

        @Override
        public int removals(int edgeCount) {
            return edgeCount;
        }
    }

    /**
     * A number of edges to remove.
     *
     * @param count at least 0
     */
    record Remove(int count) implements Budget {
        /** Checks the count. */
        public Remove {
            checkCount(count);
        }

        @Override
        public String text() {
            return Integer.toString(count);
        }

        @Override
        public int removals(int edgeCount) {
            return checkFits(count, edgeCount);
        }
    }

    /**
     * A fraction of the edges to remove.
     *
     * @param fraction in 0..1
     */
    record RemoveFraction(double fraction) implements Budget {
        /** Checks the fraction. */
        public RemoveFraction {
            checkFraction(fraction);
        }

        @Override
        public String text() {
            return percent(fraction);
        }

        @Override
        public int removals(int edgeCount) {
            return (int) Math.round(fraction * edgeCount);
        }
    }

    /**
     * A number of edges to keep.
     *
     * @param count at least 0
     */
    record Keep(int count) implements Budget {
        /** Checks the count. */
        public Keep {
            checkCount(count);
        }

        @Override
        public String text() {
            return "keep " + count;
        }

        @Override
        public int removals(int edgeCount) {
            return edgeCount - checkFits(count, edgeCount);
        }
    }

    /**
     * A fraction of the edges to keep.
     *
     * @param fraction in 0..1
     */
    record KeepFraction(double fraction) implements Budget {
        /** Checks the fraction. */
        public KeepFraction {
            checkFraction(fraction);
        }

        @Override
        public String text() {
            return "keep " + percent(fraction);
        }

        @Override
        public int removals(int edgeCount) {
            return edgeCount - (int) Math.round(fraction * edgeCount);
        }
    }

    /**
     * A mean degree to be reached.
     *
     * @param degree finite, at least 0
     */
    record MeanDegree(double degree) implements Budget {
        /** Checks the range. */
        public MeanDegree {
            if (!(degree >= 0 && Double.isFinite(degree))) {
                throw new IllegalArgumentException("mean degree " + degree + " is not in 0..n-1");
            }
        }

        @Override
        public Budget in(Graph graph, boolean adds) {
            double n = graph.vertexCount();
            double arcs = graph.directed() ? 1 : 2;
            if (degree > Math.max(0, n - 1)) {
                throw new IllegalArgumentException("mean degree " + number(degree) + " is not in 0.."
                        + (graph.vertexCount() - 1) + ", as there are " + graph.vertexCount() + " vertices");
            }
            long edges = Math.round(degree * n / arcs);
            long more = edges - graph.edgeCount();
            if (adds ? more < 0 : more > 0) {
                throw new IllegalArgumentException("mean degree " + number(degree) + " is "
                        + (adds ? "below " : "above ") + rounded(arcs * graph.edgeCount() / n)
                        + ", that of the graph, but edges are only " + (adds ? "added" : "removed"));
            }
            return remove((int) Math.abs(more));
        }

        /** Four digits. */
        private static String rounded(double number) {
            BigDecimal four = new BigDecimal(number, new MathContext(4));
            return four.setScale(Math.max(0, 4 - four.precision() + four.scale()))
                    .toPlainString();
        }

        private static String number(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }

        @Override
        public String text() {
            return "mean degree " + number(degree);
        }

        @Override
        public int removals(int edgeCount) {
            throw new IllegalStateException(text() + " is no number of edges before there is a graph");
        }
    }
}
