package org.seprank.gnn.kernel;

/**
 * Normalisation of rows (layer norm) and columns (batch norm) to mean 0 and variance 1, then scaled and shifted. In the
 * square root 1e-5 is added to the variance, which is the mean squared deviation.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
public interface NormKernels<B> {
    /** Added to the variance. */
    double EPSILON = 1e-5;

    /** Normalises each row of x into y, which may be x. */
    void rows(Matrix<B> x, Affine<B> affine, NormTape<B> tape, Matrix<B> y);

    /** Replaces the gradient of y in g by that of x and adds the gradients of scale and shift. */
    void rowsBack(Matrix<B> g, Affine<B> affine, NormTape<B> tape, Affine<B> gradient);

    /** Normalises each column of x into y, which may be x. */
    void columns(Matrix<B> x, Affine<B> affine, NormTape<B> tape, Matrix<B> y);

    /** Replaces the gradient of y in g by that of x and adds the gradients of scale and shift. */
    void columnsBack(Matrix<B> g, Affine<B> affine, NormTape<B> tape, Affine<B> gradient);

    /**
     * {@code y = (x - mean) / sqrt(variance + 1e-5) * scale + shift} with given means and variances, one row each; y
     * may be x.
     */
    void columnsBy(Matrix<B> x, Affine<B> affine, Affine<B> statistics, Matrix<B> y);

    /**
     * Two rows, one number per column each.
     *
     * @param <B> {@code float[]} or {@code double[]}
     * @param scale factors, or variances
     * @param shift summands, or means
     */
    record Affine<B>(Matrix<B> scale, Matrix<B> shift) {}

    /**
     * What a normalisation leaves for its derivative.
     *
     * @param <B> {@code float[]} or {@code double[]}
     * @param normal the normalised block before scale and shift
     * @param mean the mean per row or column
     * @param inverse one over the standard deviation per row or column
     */
    record NormTape<B>(Matrix<B> normal, B mean, B inverse) {}
}
