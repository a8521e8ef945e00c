/**
 * Dense arithmetic of the laboratories: matrices are arrays of rows in double precision, results do not depend on the
 * machine.
 */
@NullMarked
package org.seprank.lab.numeric;

import org.jspecify.annotations.NullMarked;
