/**
 * Small grey images with a class each: {@link org.seprank.dataset.image.Images}, read from IDX files or generated as
 * {@link org.seprank.dataset.image.ShapeImages}. May use {@code dataset}, {@code dataset.file} and {@code file}.
 */
@NullMarked
package org.seprank.dataset.image;

import org.jspecify.annotations.NullMarked;
