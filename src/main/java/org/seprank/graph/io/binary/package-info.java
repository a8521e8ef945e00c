/**
 * Formats that are no text or a code in text: graph6 and sparse6, the npz files of heterophilous graphs (with a small
 * reader of NumPy arrays) and the pickled neighbour lists of the Planetoid data sets, of which nothing but lists of
 * integers is unpickled. May use {@code file}, {@code graph} and {@code graph.io.codec}.
 */
@NullMarked
package org.seprank.graph.io.binary;

import org.jspecify.annotations.NullMarked;
