/**
 * Convolutional networks and how far they see: trained by gradient descent they neglect dependence between distant
 * regions, which is low hierarchical rank; a regularizer that punishes low rank brings it back. Images are small and
 * generated; derivatives, those of the regularizer included, are exact.
 */
@NullMarked
package org.seprank.lab.locality;

import org.jspecify.annotations.NullMarked;
