package org.seprank.gnn.layer;

import org.seprank.gnn.batch.GraphContext;

/** A running layer that needs the graph beside its input. */
public interface GraphAware {
    /** Takes the context of the network that the layer belongs to. */
    void attach(GraphContext context);
}
