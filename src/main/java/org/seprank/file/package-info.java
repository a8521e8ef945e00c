/**
 * Files, whatever they are about: written whole or not at all ({@link org.seprank.file.AtomicFile}), and read although
 * nobody vouches for them, within {@link org.seprank.file.ReadLimits}: gzip data, NumPy archives
 * ({@link org.seprank.file.Npz}) and pickles, of which {@link org.seprank.file.Pickle} has the one list of what they
 * may name. Every fault is a {@link org.seprank.file.FormatException}, found before memory is taken for it. Uses no
 * other package.
 */
@NullMarked
package org.seprank.file;

import org.jspecify.annotations.NullMarked;
