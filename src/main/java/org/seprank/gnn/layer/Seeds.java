package org.seprank.gnn.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.seprank.gnn.kernel.CounterRandom;

/** Seeds of layers: from the seed of the network and the layer's name, so neither order nor threads matter. */
final class Seeds {
    private Seeds() {}

    static long of(NeuralNetConfiguration conf) {
        return CounterRandom.mix(conf.getSeed(), name(conf).hashCode());
    }

    private static String name(NeuralNetConfiguration conf) {
        String name = conf.getLayer().getLayerName();
        return name == null ? "" : name;
    }
}
