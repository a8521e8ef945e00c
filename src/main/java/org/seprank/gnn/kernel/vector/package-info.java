/**
 * The single-precision kernels on the vector instructions of the processor ({@code jdk.incubator.vector}). One vector
 * shape is used throughout, rows are padded to whole vectors, and loops are small methods with a fixed number of
 * accumulators: the forms that the compiler of Java 17 keeps in registers. Loaded only where the module is present.
 */
@NullMarked
package org.seprank.gnn.kernel.vector;

import org.jspecify.annotations.NullMarked;
