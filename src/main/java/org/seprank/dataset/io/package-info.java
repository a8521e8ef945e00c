/**
 * Datasets in files: {@link org.seprank.dataset.io.Datasets} reads any of the known formats, recognised by content, and
 * writes the two that hold everything. One package-private reader per format. May use {@code dataset},
 * {@code dataset.file}, {@code dataset.image}, {@code dataset.torch}, {@code file} and {@code graph}.
 */
@NullMarked
package org.seprank.dataset.io;

import org.jspecify.annotations.NullMarked;
