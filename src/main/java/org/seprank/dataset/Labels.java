package org.seprank.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The class of each of n items (vertices or graphs): an index in 0..classes-1, or {@value #MISSING} where none is
 * known. Immutable.
 */
public final class Labels {
    /** The class of an item without a label. */
    public static final int MISSING = -1;

    /** The largest number of classes. */
    public static final int MAX_CLASSES = 1 << 20;

    private final int[] classes;
    private final int classCount;

    private Labels(int[] classes, int classCount) {
        this.classes = classes;
        this.classCount = classCount;
    }

    /**
     * Labels of {@code classCount} classes; the array is copied.
     *
     * @throws IllegalArgumentException if an entry is not in -1..classCount-1, or there are too many classes
     */
    public static Labels of(int[] classes, int classCount) {
        if (classCount < 0 || classCount > MAX_CLASSES) {
            throw new IllegalArgumentException(
                    "number of classes " + Integer.toUnsignedString(classCount) + " is not in 0.." + MAX_CLASSES);
        }
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < MISSING || classes[i] >= classCount) {
                throw new IllegalArgumentException(
                        "label " + classes[i] + " of item " + i + " is not in -1.." + (classCount - 1));
            }
        }
        return new Labels(classes.clone(), classCount);
    }

    /** Labels with as many classes as the largest entry asks for. */
    public static Labels of(int... classes) {
        return of(classes, Arrays.stream(classes).max().orElse(MISSING) + 1);
    }

    /** Labels from whatever numbers the input used: the distinct values, ascending, become the classes 0, 1, .. */
    public static Labels ranked(long[] values) {
        long[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        int[] classes = Arrays.stream(values)
                .mapToInt(value -> Arrays.binarySearch(distinct, value))
                .toArray();
        return new Labels(classes, distinct.length);
    }

    /** No item has a label. */
    public static Labels missing(int size) {
        int[] classes = new int[size];
        Arrays.fill(classes, MISSING);
        return new Labels(classes, 0);
    }

    /** n. */
    public int size() {
        return classes.length;
    }

    /** The number of classes; some may be empty. */
    public int classCount() {
        return classCount;
    }

    /** The class of item {@code i}, or {@value #MISSING}. */
    public int label(int i) {
        return classes[i];
    }

    /** Whether item {@code i} has a label. */
    public boolean known(int i) {
        return classes[i] != MISSING;
    }

    /** The items that have a label, ascending. */
    public int[] known() {
        return IntStream.range(0, classes.length).filter(this::known).toArray();
    }

    /** The items of class {@code label}, ascending. */
    public int[] ofClass(int label) {
        return IntStream.range(0, classes.length)
                .filter(i -> classes[i] == label)
                .toArray();
    }

    /** The number of items of each class. */
    public List<Integer> histogram() {
        int[] counts = new int[classCount];
        for (int label : classes) {
            if (label != MISSING) {
                counts[label]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    /** The number of items without a label. */
    public int missingCount() {
        return classes.length - known().length;
    }

    /** The entries, copied. */
    public int[] toArray() {
        return classes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels that && classCount == that.classCount && Arrays.equals(classes, that.classes);
    }

    @Override
    public int hashCode() {
        return 31 * classCount + Arrays.hashCode(classes);
    }

    @Override
    public String toString() {
        return classes.length + " labels of " + classCount + " classes";
    }
}
