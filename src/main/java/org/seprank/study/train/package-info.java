/** Training networks, and predicting with kept ones, as studies. */
@NullMarked
package org.seprank.study.train;

import org.jspecify.annotations.NullMarked;
