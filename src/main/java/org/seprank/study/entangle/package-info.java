/** The entanglement of data across partitions, beside what a network can model across them. */
@NullMarked
package org.seprank.study.entangle;

import org.jspecify.annotations.NullMarked;
