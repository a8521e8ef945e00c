/**
 * Methods that remove, add or exchange edges, as what they share: a {@link org.seprank.rewire.Sparsifier} only removes
 * and heeds {@link org.seprank.rewire.RemovalRules}, a {@link org.seprank.rewire.Rewirer} may do all; both are asked
 * for a {@link org.seprank.rewire.Budget} and yield an {@link org.seprank.rewire.edit.EditList}, of which any prefix is
 * a smaller budget. {@link org.seprank.rewire.catalogue.Methods} names all of them. May use {@code graph},
 * {@code walk}, {@code separation}, {@code dataset}, {@code file}, {@code linear}, {@code setting} and {@code work}.
 */
@NullMarked
package org.seprank.rewire;

import org.jspecify.annotations.NullMarked;
