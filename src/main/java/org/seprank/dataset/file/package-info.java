/**
 * Reading files that nobody vouches for: {@link org.seprank.dataset.file.Source} opens them within
 * {@link org.seprank.dataset.file.ReadLimits}, {@link org.seprank.dataset.file.Npz},
 * {@link org.seprank.dataset.file.Pickle} and {@link org.seprank.dataset.file.TextLines} take them apart, and the
 * collectors turn what they hold into graphs and features. Every fault is a {@link org.seprank.file.FormatException},
 * found before memory is taken for it. May use {@code graph}.
 */
@NullMarked
package org.seprank.dataset.file;

import org.jspecify.annotations.NullMarked;
