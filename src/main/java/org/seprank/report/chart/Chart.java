package org.seprank.report.chart;

/**
 * A chart of numbers. Values that are not finite, or larger than {@value Axis#LARGEST} in size, leave gaps; so do
 * values that are not positive on a logarithmic axis, which the description counts. A chart without a drawable value
 * says "no data".
 */
public sealed interface Chart extends Drawing permits Framed, BarChart, HeatMap, BracketChart, Panels {}
