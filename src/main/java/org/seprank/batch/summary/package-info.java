/**
 * What a folder of outcomes comes to: {@link org.seprank.batch.summary.BatchStatus} says how far it is and
 * {@link org.seprank.batch.summary.BatchReport} what was found. Uses {@code batch} and {@code report}.
 */
@NullMarked
package org.seprank.batch.summary;

import org.jspecify.annotations.NullMarked;
