/**
 * What a folder of outcomes comes to: {@link org.seprank.study.batch.summary.BatchStatus} says how far it is and
 * {@link org.seprank.study.batch.summary.BatchReport} what was found. Uses {@code batch} and {@code report}.
 */
@NullMarked
package org.seprank.study.batch.summary;

import org.jspecify.annotations.NullMarked;
