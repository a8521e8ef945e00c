/** Files with a row for every edge or vertex beside the answer of a study. */
@NullMarked
package org.seprank.study.element;

import org.jspecify.annotations.NullMarked;
