/**
 * How long work tells that it advances, and learns that it shall stop: {@link org.seprank.progress.Progress}. Uses
 * nothing.
 */
@NullMarked
package org.seprank.progress;

import org.jspecify.annotations.NullMarked;
