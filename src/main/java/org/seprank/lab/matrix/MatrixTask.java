package org.seprank.lab.matrix;

/**
 * A matrix to be found from m numbers that depend on it linearly; the loss is the mean square error of those numbers.
 */
sealed interface MatrixTask permits Completion, Sensing {
    /** W*, [n, n]; not to be written to. */
    double[][] target();

    /** m. */
    int observations();

    /**
     * The loss at a matrix.
     *
     * @param matrix W, [n, n]
     * @param gradient overwritten with the loss's gradient at W
     */
    double loss(double[][] matrix, double[][] gradient);
}
