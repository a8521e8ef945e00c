package org.seprank.report.chart;

import java.util.stream.DoubleStream;

/** A chart with two axes of numbers, which can be one of several in {@link Panels}. */
interface Framed {
    /** What surrounds its marks. */
    Frame frame(Form form);

    /** Draws the marks. */
    void mark(Svg svg, Frame frame);

    /** The numbers that have a place across. */
    DoubleStream abscissas();

    /** The numbers that have a place up. */
    DoubleStream ordinates();

    /** The axis across. */
    Axis x();

    /** The axis up. */
    Axis y();
}
