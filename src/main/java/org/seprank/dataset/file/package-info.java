/**
 * From files that nobody vouches for to graphs and features: {@link org.seprank.dataset.file.Source} opens them within
 * {@link org.seprank.file.ReadLimits} and says what a pickle may name, {@link org.seprank.file.TextLines} takes text
 * apart, and the collectors turn what they hold into graphs and features. Every fault is a
 * {@link org.seprank.file.FormatException}, found before memory is taken for it. May use {@code dataset}, {@code file}
 * and {@code graph}.
 */
@NullMarked
package org.seprank.dataset.file;

import org.jspecify.annotations.NullMarked;
