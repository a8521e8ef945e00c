/**
 * Methods built on effective resistances and on the second eigenvector of the normalised Laplacian.
 * {@link org.seprank.rewire.spectral.ResistanceSparsifier} removes edges of low resistance,
 * {@link org.seprank.rewire.spectral.ProxyDelete} those whose loss raises the spectral gap;
 * {@link org.seprank.rewire.spectral.FirstOrderSpectralRewirer} and {@link org.seprank.rewire.spectral.ProxyAdd} add
 * edges that raise it, {@link org.seprank.rewire.spectral.TotalResistanceRewirer} those that lower the total
 * resistance. Undirected graphs only. May use {@code graph}, {@code linear}, {@code work} and the rest of
 * {@code rewire}.
 */
@NullMarked
package org.seprank.rewire.spectral;

import org.jspecify.annotations.NullMarked;
