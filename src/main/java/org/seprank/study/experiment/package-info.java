/**
 * Experiments: studies that check claims, at several scales, each with one command. An
 * {@link org.seprank.study.experiment.Experiment} has a {@link org.seprank.study.experiment.Design}, which plans
 * {@link org.seprank.study.experiment.Cell}s and collects what they came to;
 * {@link org.seprank.study.experiment.ExperimentStudy} runs them on an engine and keeps them in a store. May use
 * everything below {@code study}, and of it {@code engine}, {@code input}, {@code interaction}, {@code rewire} and
 * {@code train}.
 */
@NullMarked
package org.seprank.study.experiment;

import org.jspecify.annotations.NullMarked;
