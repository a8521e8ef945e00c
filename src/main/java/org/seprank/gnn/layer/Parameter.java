package org.seprank.gnn.layer;

/**
 * One parameter block of a layer, [rows, groups * width].
 *
 * @param name unique in its layer
 * @param rows the number of rows
 * @param groups the number of parts that its rows have
 * @param width the width of a part
 * @param role how it is treated
 * @param start its first value; the scale of random values for weights
 */
record Parameter(String name, int rows, int groups, int width, Role role, double start) {
    /** How a parameter is treated. */
    enum Role {
        /** Random at first, decayed. */
        WEIGHT,
        /** Constant at first, learned, not decayed. */
        OFFSET,
        /** Kept by the layer itself, not learned. */
        STATISTIC
    }

    static Parameter weight(String name, int rows, int width) {
        return new Parameter(name, rows, 1, width, Role.WEIGHT, 1);
    }

    static Parameter offset(String name, int width, double start) {
        return new Parameter(name, 1, 1, width, Role.OFFSET, start);
    }

    static Parameter statistic(String name, int width, double start) {
        return new Parameter(name, 1, 1, width, Role.STATISTIC, start);
    }

    Parameter inGroups(int count) {
        return new Parameter(name, rows, count, width, role, start);
    }

    Parameter named(String other) {
        return new Parameter(other, rows, groups, width, role, start);
    }

    int columns() {
        return groups * width;
    }

    long length() {
        return (long) rows * columns();
    }
}
