/** Models that are linear in their input: what their parametrization and their descent prefer. */
@NullMarked
package org.seprank.lab.linear;

import org.jspecify.annotations.NullMarked;
