/**
 * The methods by name: {@link org.seprank.rewire.catalogue.Methods} has every way to remove, add or exchange edges as a
 * {@link org.seprank.rewire.catalogue.Method}, which is asked by a {@link org.seprank.rewire.catalogue.Request}.
 */
@NullMarked
package org.seprank.rewire.catalogue;

import org.jspecify.annotations.NullMarked;
