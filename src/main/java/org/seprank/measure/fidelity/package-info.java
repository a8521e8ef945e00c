/**
 * How faithful a graph is to another on the same vertices, such as a sparsified one to the original: centralities,
 * distances, flows, quadratic forms and groups of vertices. Uses no package of measures above it.
 */
@NullMarked
package org.seprank.measure.fidelity;

import org.jspecify.annotations.NullMarked;
