package org.seprank.gnn.training;

/**
 * What one epoch came to. Metrics are those of the network after its steps, without dropout.
 *
 * @param number from 1; 0 is before the first step
 * @param loss mean over the steps, in training mode, before each step; NaN where there was none
 * @param train the watched metric on the training part
 * @param validation the watched metric on the validation part; NaN if that is empty
 * @param test the watched metric on the test part; NaN if that is empty
 */
public record Epoch(int number, double loss, double train, double validation, double test) {}
