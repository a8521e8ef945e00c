/** Reproductions: studies that check published claims, at several scales, each with one command. */
@NullMarked
package org.seprank.experiment.reproduction;

import org.jspecify.annotations.NullMarked;
