/** Literal, slow versions of what the project computes, and small random graphs to compare on. Tests only. */
@NullMarked
package org.seprank.oracle;

import org.jspecify.annotations.NullMarked;
