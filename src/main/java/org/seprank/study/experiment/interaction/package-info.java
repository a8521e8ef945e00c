/** Whether trained networks model more interaction where the theory allows more: walk index, channels and bounds. */
@NullMarked
package org.seprank.study.experiment.interaction;

import org.jspecify.annotations.NullMarked;
