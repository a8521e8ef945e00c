/** The ranks of the weights inside trained networks. */
@NullMarked
package org.seprank.lab.layer;

import org.jspecify.annotations.NullMarked;
