/**
 * The {@link org.seprank.study.experiment.catalogue.ExperimentCatalogue list} of experiments. May use {@code study} and
 * {@code report}.
 */
@NullMarked
package org.seprank.study.experiment.catalogue;

import org.jspecify.annotations.NullMarked;
