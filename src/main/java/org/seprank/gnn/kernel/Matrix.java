package org.seprank.gnn.kernel;

/**
 * A dense row-major block over an array that its owner may write to: entry (i, c) is {@code data[i * stride + c]},
 * {@code c < width <= stride}; the {@code stride - width} last entries of a row are zero.
 *
 * @param <B> {@code float[]} or {@code double[]}
 * @param data the array, at least {@code rows * stride} long
 * @param rows the number of rows
 * @param width the number of columns
 * @param stride the distance between rows
 */
public record Matrix<B>(B data, int rows, int width, int stride) {
    /** The same entries as rows that are {@code parts} times as many and as short; the stride must divide. */
    public Matrix<B> cut(int parts, int partWidth) {
        return new Matrix<>(data, rows * parts, partWidth, stride / parts);
    }

    /** The length of the used part of the array. */
    public int length() {
        return rows * stride;
    }
}
