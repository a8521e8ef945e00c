/**
 * Many studies at once: {@link org.seprank.study.batch.Plan} spans them, {@link org.seprank.study.batch.Batch} has an
 * {@link org.seprank.study.engine.Engine} run those that are not yet in the {@link org.seprank.study.engine.Store}, and
 * {@link org.seprank.study.batch.summary.BatchStatus} and {@link org.seprank.study.batch.summary.BatchReport} say what
 * came of it.
 *
 * <p>A study is a command with options, as on the command line, so that every command that gives an answer can be a
 * line of a batch; whoever uses the package says how one is run ({@link org.seprank.study.engine.Studies}) and which
 * there are ({@link org.seprank.study.batch.StudyCatalogue}).
 *
 * <p>What crosses an engine is serializable and stands for itself: tasks and outcomes are records of text, a runner has
 * no state, and outcomes are stored only where the batch was started. May use {@code study} and {@code work}.
 */
@NullMarked
package org.seprank.study.batch;

import org.jspecify.annotations.NullMarked;
