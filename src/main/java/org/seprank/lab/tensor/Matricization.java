package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.linear.Matrices;

/**
 * The arrangement of a tensor of modes of equal length as a matrix whose rows are some of the modes, in ascending
 * order, and whose columns are the others. Immutable.
 */
final class Matricization {
    private final String name;
    private final int[][] positions; // of the entries in the flat tensor

    private Matricization(String name, int[][] positions) {
        this.name = name;
        this.positions = positions;
    }

    /**
     * An arrangement of tensors whose flat positions run through the modes in a given order.
     *
     * @param order the modes 1..N, that of the slowest first
     * @param size length of every mode
     * @param rows the modes that become rows; some but not all
     */
    static Matricization of(List<Integer> order, int size, List<Integer> rows) {
        TreeSet<Integer> chosen = new TreeSet<>(rows);
        List<Integer> others = new ArrayList<>(new TreeSet<>(order));
        others.removeAll(chosen);
        if (chosen.isEmpty() || others.isEmpty() || chosen.size() + others.size() != order.size()) {
            throw new IllegalArgumentException("modes " + rows + " are not some, but not all, of " + order);
        }
        int[] byRow = offsets(order, size, List.copyOf(chosen));
        int[] byColumn = offsets(order, size, others);
        int[][] positions = new int[byRow.length][byColumn.length];
        for (int i = 0; i < byRow.length; i++) {
            for (int j = 0; j < byColumn.length; j++) {
                positions[i][j] = byRow[i] + byColumn[j];
            }
        }
        String name = chosen.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return new Matricization(name, positions);
    }

    /** What the indices of some modes, running through all their values, add to the flat position. */
    private static int[] offsets(List<Integer> order, int size, List<Integer> modes) {
        int[] offsets = {0};
        for (int mode : modes) {
            int stride = (int) Math.pow(size, order.size() - 1.0 - order.indexOf(mode));
            int[] more = new int[offsets.length * size];
            for (int k = 0; k < more.length; k++) {
                more[k] = offsets[k / size] + k % size * stride;
            }
            offsets = more;
        }
        return offsets;
    }

    /** The modes that are rows, such as {1,2}. */
    String name() {
        return name;
    }

    /**
     * The matrix; new.
     *
     * @param tensor whose rows, one after the other, are the flat tensor
     */
    double[][] of(double[][] tensor) {
        int width = tensor[0].length;
        double[][] matrix = new double[positions.length][positions[0].length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                matrix[i][j] = tensor[positions[i][j] / width][positions[i][j] % width];
            }
        }
        return matrix;
    }

    /** The singular values of the matrix, descending; a new array. */
    double[] singularValues(double[][] tensor) {
        double[][] matrix = of(tensor);
        return JacobiSvd.of(matrix.length < matrix[0].length ? Matrices.transposed(matrix) : matrix)
                .values();
    }
}
