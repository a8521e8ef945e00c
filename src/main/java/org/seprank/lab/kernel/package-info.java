/** Kernels against features that are learned: large starts, small starts and weak regularization. */
@NullMarked
package org.seprank.lab.kernel;

import org.jspecify.annotations.NullMarked;
