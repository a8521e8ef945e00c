/** How much interaction trained networks really model: studies that probe them across partitions. */
@NullMarked
package org.seprank.study.interaction;

import org.jspecify.annotations.NullMarked;
