package org.seprank.gnn.batch;

/**
 * The factor of the messages over each edge, and its gradient, in the hands of all layers of a network.
 *
 * @param <B> {@code float[]} or {@code double[]}
 * @param values one per edge of the batch
 * @param gradient as many; layers add to it
 */
public record EdgeMask<B>(B values, B gradient) {}
