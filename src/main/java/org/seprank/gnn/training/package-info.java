/**
 * Training: a {@link org.seprank.gnn.training.Task} says what is learned from which batches, a
 * {@link org.seprank.gnn.training.Trainer} runs epochs over it with early stopping and checkpoints, a
 * {@link org.seprank.gnn.training.TrainingRun} is what came of it. May use what {@code gnn} may.
 */
@NullMarked
package org.seprank.gnn.training;

import org.jspecify.annotations.NullMarked;
