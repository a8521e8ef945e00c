package org.seprank.lab.locality.image;

/**
 * A rectangle of positions.
 *
 * @param row of its first position
 * @param column of its first position
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Patch(int row, int column, int height, int width) {
    /** Two that do not meet: the first feels the regularizer, the second is exchanged between samples. */
    public record Pair(Patch first, Patch second) {
        /** Checks that they do not meet. */
        public Pair {
            if (first.meets(second)) {
                throw new IllegalArgumentException("patches " + first + " and " + second + " meet");
            }
        }

        /** The other way round. */
        Pair swapped() {
            return new Pair(second, first);
        }
    }

    /** Checks the ranges. */
    public Patch {
        if (row < 0 || column < 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException("patch of " + height + " x " + width + " at " + row + ", " + column
                    + " is not of positive size at a place that is not negative");
        }
    }

    /** Whether both have a position. */
    boolean meets(Patch other) {
        return row < other.row + other.height
                && other.row < row + height
                && column < other.column + other.width
                && other.column < column + width;
    }

    /** The positions as {@code row · width of the shape + column}, ascending. */
    public int[] positions(Shape shape) {
        if (row + height > shape.height() || column + width > shape.width()) {
            throw new IllegalArgumentException(this + " is not within " + shape);
        }
        int[] positions = new int[height * width];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = (row + i / width) * shape.width() + column + i % width;
        }
        return positions;
    }
}
