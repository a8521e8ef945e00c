package org.seprank.lab.tensor;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A tensor that is a polynomial of parameter matrices. It is held as a matrix: rows are the first half of its modes,
 * columns the others, in row-major order, so that the flat position of an entry is that of the tensor.
 */
interface TensorFactorization {
    /** The tensor; not to be written to, and another after the next step. */
    double[][] tensor();

    /** Computes the derivatives by the parameters, given those by the tensor. */
    void differentiate(double[][] gradient);

    /** A descent step along the derivatives computed last; the rule gets their squared norm and returns the factor. */
    void step(DoubleUnaryOperator rule);

    /** The parameter matrices; written to by steps. */
    List<double[][]> parameters();

    /** The derivatives computed last, as the parameters. */
    List<double[][]> gradients();
}
