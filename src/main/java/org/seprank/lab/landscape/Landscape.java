package org.seprank.lab.landscape;

/** A loss of real parameters with exact first derivatives and exact products of its Hessian with vectors. */
interface Landscape {
    /** The number of parameters. */
    int size();

    /** The loss. */
    double value(double[] at);

    /** The gradient; a new array. */
    double[] gradient(double[] at);

    /** The Hessian times a direction; a new array. Costs a constant multiple of a gradient. */
    double[] curvature(double[] at, double[] direction);
}
