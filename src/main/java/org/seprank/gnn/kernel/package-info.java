/**
 * The arithmetic of graph layers over primitive arrays: dense products, sparse operators in compressed rows,
 * normalisation and attention, each in a vectorised and a scalar single-precision form and in a double-precision
 * reference form behind {@link org.seprank.gnn.kernel.Kernels}. Arrays are row-major with a padded row length; the
 * padding holds zeros. Uses {@code work}.
 */
@NullMarked
package org.seprank.gnn.kernel;

import org.jspecify.annotations.NullMarked;
