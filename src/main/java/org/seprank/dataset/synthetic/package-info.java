/**
 * Tasks made by a formula and a seed: {@link org.seprank.dataset.synthetic.SyntheticTask} and its records, written as
 * {@code synthetic:NAME,key=value,..}. May use {@code dataset}, {@code dataset.image}, {@code graph} and
 * {@code setting}.
 */
@NullMarked
package org.seprank.dataset.synthetic;

import org.jspecify.annotations.NullMarked;
