/** Literal, slow twins of what the project computes fast. */
@NullMarked
package org.seprank.oracle;

import org.jspecify.annotations.NullMarked;
