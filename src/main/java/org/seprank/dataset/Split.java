package org.seprank.dataset;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which of n items (vertices or graphs) are for training, validation and test. The parts are disjoint; an item may be
 * in none. Immutable, one byte per item.
 */
public final class Split {
    private static final byte IN_NONE = -1;

    /** A part of a split. */
    public enum Part {
        /** What the weights are fitted to. */
        TRAIN(0),
        /** What chooses the epoch and the settings. */
        VALIDATION(1),
        /** What the result is measured on. */
        TEST(2);

        private final byte code;

        Part(int code) {
            this.code = (byte) code;
        }
    }

    private final String name;
    private final byte[] parts;

    private Split(String name, byte[] parts) {
        this.name = name;
        this.parts = parts;
    }

    /** Starts a split of {@code size} items, all in no part. */
    public static Builder over(String name, int size) {
        return new Builder(name, size);
    }

    /** What the split is called, such as {@code public} or {@code fold 3 of 10}. */
    public String name() {
        return name;
    }

    /** n. */
    public int size() {
        return parts.length;
    }

    /** Whether item {@code i} is in {@code part}. */
    public boolean contains(Part part, int i) {
        return parts[i] == part.code;
    }

    /** The number of items in {@code part}. */
    public int count(Part part) {
        int count = 0;
        for (byte p : parts) {
            if (p == part.code) {
                count++;
            }
        }
        return count;
    }

    /** The items in {@code part}, ascending. */
    public int[] indices(Part part) {
        return IntStream.range(0, parts.length).filter(i -> contains(part, i)).toArray();
    }

    /** The same split without the items of which nothing is known. */
    public Split knownOnly(Truth truth) {
        if (truth.size() != parts.length) {
            throw new IllegalArgumentException(
                    "split '" + name + "' of " + parts.length + " items does not fit " + truth.size() + " labels");
        }
        byte[] kept = parts.clone();
        for (int i = 0; i < kept.length; i++) {
            if (!truth.known(i)) {
                kept[i] = IN_NONE;
            }
        }
        return new Split(name, kept);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Split that && name.equals(that.name) && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(parts);
    }

    /** Name and sizes, such as {@code public 140/500/1000}. */
    @Override
    public String toString() {
        return name + " " + count(Part.TRAIN) + "/" + count(Part.VALIDATION) + "/" + count(Part.TEST);
    }

    /** Puts items into parts. */
    public static final class Builder {
        private final String name;
        private final byte[] parts;

        private Builder(String name, int size) {
            this.name = name;
            this.parts = new byte[size];
            Arrays.fill(parts, IN_NONE);
        }

        /**
         * Puts items into a part.
         *
         * @throws IllegalArgumentException if one is not in 0..n-1 or already in another part
         */
        public Builder put(Part part, int... items) {
            for (int i : items) {
                if (i < 0 || i >= parts.length) {
                    throw new IllegalArgumentException("item " + i + " is not in 0.." + (parts.length - 1));
                }
                if (parts[i] != IN_NONE && parts[i] != part.code) {
                    throw new IllegalArgumentException("item " + i + " is in " + part + " and in another part");
                }
                parts[i] = part.code;
            }
            return this;
        }

        /** The split. */
        public Split build() {
            return new Split(name, parts.clone());
        }
    }
}
