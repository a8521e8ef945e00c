/**
 * The contract of the laboratories of implicit rank minimization: small optimization problems whose gradient descent
 * prefers low rank although nothing asks for it. Every {@link org.seprank.lab.Lab} has named settings, runs from a seed
 * and returns its trajectories and the figures that its claim is judged by. May use {@code rank}, {@code linear},
 * {@code dataset}, {@code gnn}, {@code report}, {@code file}, {@code setting} and {@code work}.
 */
@NullMarked
package org.seprank.lab;

import org.jspecify.annotations.NullMarked;
