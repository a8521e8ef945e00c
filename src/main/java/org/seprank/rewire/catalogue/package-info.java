/**
 * The methods by name: a {@link org.seprank.rewire.catalogue.Catalogue} of every way to remove, add or exchange edges,
 * each with its parameters.
 */
@NullMarked
package org.seprank.rewire.catalogue;

import org.jspecify.annotations.NullMarked;
