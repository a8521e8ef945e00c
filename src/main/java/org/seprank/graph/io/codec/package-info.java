/**
 * What every graph format is written in terms of: a {@link org.seprank.graph.io.codec.Codec} reads an
 * {@link org.seprank.graph.io.codec.Input} (bytes unpacked, lines counted, declared sizes checked) into a
 * {@link org.seprank.graph.io.codec.Draft} and writes an {@link org.seprank.graph.io.codec.Output}, which collects what
 * the format cannot hold. May use {@code file} and {@code graph}.
 */
@NullMarked
package org.seprank.graph.io.codec;

import org.jspecify.annotations.NullMarked;
