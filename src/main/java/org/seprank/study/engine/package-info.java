/**
 * Many studies at once: an {@link org.seprank.study.engine.Engine} runs {@link org.seprank.study.engine.StudyTask}s, a
 * {@link org.seprank.study.engine.Store} keeps what they came to.
 *
 * <p>What crosses an engine is serializable and stands for itself: tasks and what they came to are records of text,
 * {@link org.seprank.study.engine.Studies} has no state, and outcomes are stored only where the run was started. An
 * engine over a cluster therefore is one class; the input files must be readable under the same paths everywhere. May
 * use {@code study}, {@code report}, {@code file} and {@code work}.
 */
@NullMarked
package org.seprank.study.engine;

import org.jspecify.annotations.NullMarked;
