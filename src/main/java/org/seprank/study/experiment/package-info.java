/** Reproductions: studies that check published claims, at several scales, each with one command. */
@NullMarked
package org.seprank.study.experiment;

import org.jspecify.annotations.NullMarked;
