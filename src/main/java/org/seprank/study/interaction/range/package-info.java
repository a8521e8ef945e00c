/** How far a network, the walks that it can follow and tasks reach, beside what bounds allow. */
@NullMarked
package org.seprank.study.interaction.range;

import org.jspecify.annotations.NullMarked;
