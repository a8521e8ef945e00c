/** Settings with names, defaults and ranges, given as {@code key=value}. Uses no other package. */
@NullMarked
package org.seprank.setting;

import org.jspecify.annotations.NullMarked;
