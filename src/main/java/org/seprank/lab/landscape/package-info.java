/** Critical points of losses that are not convex, and the spectra of their Hessians. */
@NullMarked
package org.seprank.lab.landscape;

import org.jspecify.annotations.NullMarked;
