/**
 * The commands of {@code seprank spark}: options, and the study that they ask. May use {@code graph}, {@code set} and
 * {@code session}.
 */
@NullMarked
package org.seprank.spark.command;

import org.jspecify.annotations.NullMarked;
