package org.seprank.report.chart;

import java.util.stream.DoubleStream;

/** A chart with two axes of numbers, which can be one of several in {@link Panels}. */
sealed interface Framed extends Chart permits LineChart, ScatterChart, Histogram {
    @Override
    default String toSvg(Form form) {
        Frame frame = frame(form);
        Svg svg = frame.start(this);
        mark(svg, frame);
        return svg.finish();
    }

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
