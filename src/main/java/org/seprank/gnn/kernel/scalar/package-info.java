/**
 * The kernels as plain loops: {@link org.seprank.gnn.kernel.scalar.FloatKernels} where there are no vectors,
 * {@link org.seprank.gnn.kernel.scalar.DoubleKernels} as the reference that derivatives are checked in. The two are the
 * same text up to the type, which a test holds.
 */
@NullMarked
package org.seprank.gnn.kernel.scalar;

import org.jspecify.annotations.NullMarked;
