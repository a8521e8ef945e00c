/**
 * The {@link org.seprank.study.experiment.catalogue.ExperimentCatalogue list} of experiments. May use {@code study},
 * {@code report} and {@code setting}.
 */
@NullMarked
package org.seprank.study.experiment.catalogue;

import org.jspecify.annotations.NullMarked;
