/** Tensors with a mode for every pixel: the rank that images and their labels need. */
@NullMarked
package org.seprank.lab.tensor.image;

import org.jspecify.annotations.NullMarked;
