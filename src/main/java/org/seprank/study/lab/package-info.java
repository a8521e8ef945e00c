/** Laboratories of implicit rank minimization as studies: several seeds, medians, pictures and verdicts. */
@NullMarked
package org.seprank.study.lab;

import org.jspecify.annotations.NullMarked;
