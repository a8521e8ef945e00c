package org.seprank.gnn.kernel;

/**
 * What a softmax aggregation leaves for its derivative.
 *
 * @param <B> {@code float[]} or {@code double[]}
 * @param temperature t; the larger, the closer to the maximum
 * @param y the result; input of the derivative too
 * @param top the largest exponent, entry by entry
 * @param sum the sum of the exponentials of what is left of it
 * @param gy the gradient of y, read by the derivative
 */
public record SoftmaxTape<B>(double temperature, Matrix<B> y, Matrix<B> top, Matrix<B> sum, Matrix<B> gy) {}
