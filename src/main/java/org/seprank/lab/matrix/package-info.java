/** Matrix factorizations: the product of several matrices learns a matrix from a part of it. */
@NullMarked
package org.seprank.lab.matrix;

import org.jspecify.annotations.NullMarked;
