/** The {@link org.seprank.study.experiment.catalogue.Reproductions list} of experiments. May use all of {@code study}. */
@NullMarked
package org.seprank.study.experiment.catalogue;

import org.jspecify.annotations.NullMarked;
