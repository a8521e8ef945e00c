package org.seprank.gnn.layer;

/** What kinds of layers that multiply neighbours have in common: nothing is added, and nothing else is nonlinear. */
interface ProductKind extends LayerKind {
    @Override
    default boolean hasBias() {
        return false;
    }

    @Override
    default Activation activation() {
        return Activation.IDENTITY;
    }

    @Override
    default int workPerEdge() {
        return 4; // the product without each factor in turn
    }
}
