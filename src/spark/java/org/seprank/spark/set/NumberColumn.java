package org.seprank.spark.set;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A column of numbers of many graphs: its type and a summary, which do not depend on the order in which values come.
 *
 * @param first the graph that has it first
 * @param place among the columns of that graph
 * @param kind the widest of its values
 * @param count of its finite values
 * @param infinite how many are infinite
 * @param sum of the finite values, exact
 * @param least value
 * @param greatest value
 */
record NumberColumn(
        long first, int place, Kind kind, long count, long infinite, BigDecimal sum, double least, double greatest)
        implements Serializable {
    /** Kinds of values, each of which holds those before it. */
    enum Kind {
        WHOLE,
        REAL,
        TEXT;

        DataType type() {
            return switch (this) {
                case WHOLE -> DataTypes.LongType;
                case REAL -> DataTypes.DoubleType;
                case TEXT -> DataTypes.StringType;
            };
        }
    }

    static NumberColumn of(long graph, int place, Serializable value) {
        if (!(value instanceof Number number)) {
            return new NumberColumn(graph, place, Kind.TEXT, 0, 0, BigDecimal.ZERO, Double.NaN, Double.NaN);
        }
        double real = number.doubleValue();
        Kind kind = value instanceof Long ? Kind.WHOLE : Kind.REAL;
        if (!Double.isFinite(real)) {
            return new NumberColumn(graph, place, kind, 0, 1, BigDecimal.ZERO, real, real);
        }
        BigDecimal exact = value instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(real);
        return new NumberColumn(graph, place, kind, 1, 0, exact, real, real);
    }

    NumberColumn and(NumberColumn other) {
        boolean earlier = first < other.first || (first == other.first && place <= other.place);
        return new NumberColumn(
                earlier ? first : other.first,
                earlier ? place : other.place,
                kind.compareTo(other.kind) >= 0 ? kind : other.kind,
                count + other.count,
                infinite + other.infinite,
                sum.add(other.sum),
                least(least, other.least),
                -least(-greatest, -other.greatest));
    }

    private static double least(double a, double b) {
        if (Double.isNaN(a)) {
            return b;
        }
        return Double.isNaN(b) ? a : Math.min(a, b);
    }

    /** The mean of the finite values; NaN where there is none. */
    double mean() {
        return count == 0
                ? Double.NaN
                : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64).doubleValue();
    }

    /** A value in the type of the column. */
    Object cell(Serializable value) {
        return switch (kind) {
            case WHOLE -> value;
            case REAL -> ((Number) value).doubleValue();
            case TEXT -> value.toString();
        };
    }
}
