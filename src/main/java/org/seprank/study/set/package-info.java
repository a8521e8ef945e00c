/** Studies of a graph that can be asked of every graph of a set, and what they come to over the set. */
@NullMarked
package org.seprank.study.set;

import org.jspecify.annotations.NullMarked;
