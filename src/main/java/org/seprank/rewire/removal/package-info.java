/**
 * The machinery of edge removal: a {@link org.seprank.rewire.removal.Ranking} says which edge goes next, a
 * {@link org.seprank.rewire.removal.Safeguard} which must stay, and {@link org.seprank.rewire.removal.RemovalLoop} asks
 * both; {@link org.seprank.rewire.removal.RandomSparsifier} is the control. May use {@code graph}, {@code work},
 * {@code rewire} and its packages {@code edit} and {@code row}.
 */
@NullMarked
package org.seprank.rewire.removal;

import org.jspecify.annotations.NullMarked;
