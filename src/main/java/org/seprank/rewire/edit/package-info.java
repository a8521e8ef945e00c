/**
 * Edits of a graph in order: {@link org.seprank.rewire.edit.EditList} holds them,
 * {@link org.seprank.rewire.edit.EditFile} reads and writes them as CSV and JSON with an
 * {@link org.seprank.rewire.edit.EditHeader} that says what they were made for and by, and
 * {@link org.seprank.rewire.edit.EditLog} writes them while a method runs. May use {@code file} and {@code graph}.
 */
@NullMarked
package org.seprank.rewire.edit;

import org.jspecify.annotations.NullMarked;
