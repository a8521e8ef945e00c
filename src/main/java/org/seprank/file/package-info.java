/**
 * Files as wholes: written entirely or not at all, and what is said of those that do not hold what they should. Uses no
 * other package.
 */
@NullMarked
package org.seprank.file;

import org.jspecify.annotations.NullMarked;
