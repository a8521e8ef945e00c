/** The rank of product networks while they are trained, beside what bounds and certificates say of it. */
@NullMarked
package org.seprank.study.experiment.trained;

import org.jspecify.annotations.NullMarked;
