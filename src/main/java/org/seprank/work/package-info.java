/**
 * Long work: how it tells that it advances and learns that it shall stop ({@link org.seprank.work.Progress}), and how
 * it is spread over threads without its results depending on them. Uses no other package.
 */
@NullMarked
package org.seprank.work;

import org.jspecify.annotations.NullMarked;
