package org.seprank.gnn.kernel;

/** A function that is applied to every entry of a block and whose derivative follows from its value. */
public interface EntryFunction {
    /** The value at {@code x}. */
    double at(double x);

    /** The derivative where the value is {@code y}. */
    double slopeAt(double y);

    /** Whether it is y = x, for which there is nothing to do. */
    boolean identity();

    /** Whether it is y = max(0, x), for which there are faster ways. */
    boolean rectifier();
}
