package org.seprank.separation.monomial;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number of at least 1, such as a bound on a rank: exact while it has at most {@value #EXACT_BITS} bits, and always
 * with its natural logarithm. Immutable.
 *
 * <p>The logarithm's relative error is a few units in the last place per factor, so below 1e-12 for every number that
 * this project forms. It is +∞ only for numbers beyond {@code exp(1.7e308)} and for {@link #UNBOUNDED}. The order is
 * exact between exact numbers and that of the logarithms otherwise.
 */
public final class Magnitude implements Comparable<Magnitude> {
    /** The number of bits up to which a number is kept exactly. */
    public static final int EXACT_BITS = 4096;

    /** 1. */
    public static final Magnitude ONE = of(1);

    /** Above every number. */
    public static final Magnitude UNBOUNDED = new Magnitude(Double.POSITIVE_INFINITY, null);

    private static final double LN2 = Math.log(2);

    private final double nats;
    private final @Nullable BigInteger exact;

    private Magnitude(double nats, @Nullable BigInteger exact) {
        this.nats = nats;
        this.exact = exact;
    }

    /** That integer, at least 1. */
    public static Magnitude of(BigInteger value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("magnitude " + value + " is not positive");
        }
        return new Magnitude(log(value), value.bitLength() <= EXACT_BITS ? value : null);
    }

    /** That integer, at least 1. */
    public static Magnitude of(long value) {
        return of(BigInteger.valueOf(value));
    }

    /** The number with that natural logarithm, at least 0; not exact. */
    public static Magnitude ofLog(double nats) {
        if (!(nats >= 0)) {
            throw new IllegalArgumentException("logarithm " + nats + " is not that of a number of at least 1");
        }
        return new Magnitude(nats, null);
    }

    /**
     * The integer with that natural logarithm: exact up to e^27, where an error of the logarithm below 1e-12 cannot
     * hide another integer.
     */
    public static Magnitude ofIntegerLog(double nats) {
        return nats <= 27 ? of(Math.round(Math.exp(nats))) : ofLog(nats);
    }

    /** {@code base^exponent}; base at least 1, exponent at least 0. */
    public static Magnitude power(int base, BigInteger exponent) {
        if (base == 1 || exponent.signum() == 0) {
            return ONE;
        }
        double nats = Math.log(base) * exponent.doubleValue();
        return nats <= EXACT_BITS * LN2
                ? of(BigInteger.valueOf(base).pow(exponent.intValueExact()))
                : new Magnitude(nats, null);
    }

    /**
     * The number of multisets of {@code size} elements of {@code kinds} kinds, {@code C(kinds + size - 1, size)}: the
     * monomials of that degree in so many variables. Kinds at least 1, size at least 0. Time O(min(kinds, size)).
     */
    public static Magnitude multisets(int kinds, BigInteger size) {
        if (kinds == 1 || size.signum() == 0) {
            return ONE;
        }
        BigInteger variables = BigInteger.valueOf(kinds - 1L);
        return size.compareTo(variables) < 0 ? binomial(variables, size.intValueExact()) : binomial(size, kinds - 1);
    }

    /** The number of multisets of {@code size} elements of {@code kinds} kinds, where kinds may be huge. */
    static Magnitude multisets(Magnitude kinds, int size) {
        if (kinds.exact != null) {
            return size == 0 ? ONE : binomial(kinds.exact.subtract(BigInteger.ONE), size);
        }
        double nats = 0;
        for (int i = 0; i < size; i++) {
            nats += kinds.nats + Math.log1p(i * Math.exp(-kinds.nats)) - Math.log(i + 1.0);
        }
        return ofLog(nats);
    }

    /** {@code C(rest + chosen, chosen)}. */
    private static Magnitude binomial(BigInteger rest, int chosen) {
        if ((double) chosen * (rest.bitLength() + 1) <= EXACT_BITS) {
            BigInteger product = BigInteger.ONE;
            for (int i = 1; i <= chosen; i++) {
                product = product.multiply(rest.add(BigInteger.valueOf(i))).divide(BigInteger.valueOf(i));
            }
            return of(product);
        }
        double nats = 0;
        boolean small = rest.bitLength() <= 52;
        double base = small ? rest.doubleValue() : log(rest);
        for (int i = 1; i <= chosen; i++) {
            nats += small ? Math.log((base + i) / i) : base - Math.log(i);
        }
        return ofLog(nats);
    }

    private static double log(BigInteger value) {
        int shift = Math.max(0, value.bitLength() - 1000);
        return Math.log(value.shiftRight(shift).doubleValue()) + shift * LN2;
    }

    /** The product. */
    public Magnitude times(Magnitude other) {
        if (exact != null && other.exact != null && exact.bitLength() + other.exact.bitLength() <= EXACT_BITS) {
            return of(exact.multiply(other.exact));
        }
        return new Magnitude(nats + other.nats, null);
    }

    /** The sum. */
    Magnitude plus(Magnitude other) {
        if (exact != null && other.exact != null) {
            return of(exact.add(other.exact));
        }
        double max = Math.max(nats, other.nats);
        return max == Double.POSITIVE_INFINITY
                ? UNBOUNDED
                : new Magnitude(max + Math.log1p(Math.exp(-Math.abs(nats - other.nats))), null);
    }

    /** The quotient, which must be an integer of at least 1. */
    Magnitude dividedBy(long divisor) {
        return exact != null
                ? of(exact.divide(BigInteger.valueOf(divisor)))
                : new Magnitude(Math.max(0, nats - Math.log((double) divisor)), null);
    }

    /** The smaller of the two. */
    public Magnitude min(Magnitude other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The natural logarithm, at least 0. */
    public double nats() {
        return nats;
    }

    /** The number itself, if it is kept exactly. */
    public Optional<BigInteger> exact() {
        return Optional.ofNullable(exact);
    }

    @Override
    public int compareTo(Magnitude other) {
        return exact != null && other.exact != null ? exact.compareTo(other.exact) : Double.compare(nats, other.nats);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Magnitude that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(nats);
    }

    @Override
    public String toString() {
        return exact != null && exact.bitLength() <= 62 ? exact.toString() : "e^" + nats;
    }
}
