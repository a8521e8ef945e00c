/** Tensor factorizations: sums of outer products, flat or in a tree, learn a tensor from a part of its entries. */
@NullMarked
package org.seprank.lab.tensor;

import org.jspecify.annotations.NullMarked;
