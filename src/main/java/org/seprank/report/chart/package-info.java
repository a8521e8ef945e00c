/**
 * Figures as values: {@link org.seprank.report.chart.Chart charts} of numbers and
 * {@link org.seprank.report.chart.NetworkDrawing drawings} of points and lines, each with its text alternative, its
 * data and a self-contained SVG that is legible on light and dark ground, in print and without colours. The SVG of
 * equal figures is equal to the byte. Uses only {@link org.seprank.report.number.Numbers}.
 */
@NullMarked
package org.seprank.report.chart;

import org.jspecify.annotations.NullMarked;
