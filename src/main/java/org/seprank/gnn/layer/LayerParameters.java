package org.seprank.gnn.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.seprank.gnn.kernel.CounterRandom;

/**
 * The parameters of one layer as row-major views of the network's flat array. Weights start uniform in ±scale sqrt(6 /
 * (rows + width)) (Glorot), drawn from the seed of the network, the name of the layer and that of the parameter alone:
 * the library's own generator is not touched.
 */
final class LayerParameters implements ParamInitializer {
    private final List<Parameter> parameters;

    LayerParameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return parameters.stream().mapToLong(Parameter::length).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return parameters.stream().map(Parameter::name).toList();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return paramKeys(layer).stream()
                .filter(key -> isWeightParam(layer, key))
                .toList();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return paramKeys(layer).stream().filter(key -> isBiasParam(layer, key)).toList();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return hasRole(key, Parameter.Role.WEIGHT);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return hasRole(key, Parameter.Role.OFFSET);
    }

    private boolean hasRole(String key, Parameter.Role role) {
        return parameters.stream().anyMatch(p -> p.name().equals(key) && p.role() == role);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray view, boolean initialize) {
        Map<String, INDArray> views = views(view);
        for (Parameter parameter : parameters) {
            conf.addVariable(parameter.name());
            INDArray target = views.get(parameter.name());
            if (initialize && target != null) {
                Tensors.fill(target, start(parameter, seed(conf)));
            }
        }
        return views;
    }

    /** The seed of a layer: from the network's and the layer's name, so neither order nor threads matter. */
    static long seed(NeuralNetConfiguration conf) {
        String name = conf.getLayer().getLayerName();
        return CounterRandom.mix(conf.getSeed(), (name == null ? "" : name).hashCode());
    }

    private static double[] start(Parameter parameter, long seed) {
        double[] values = new double[Math.toIntExact(parameter.length())];
        CounterRandom random =
                CounterRandom.of(CounterRandom.mix(seed, parameter.name().hashCode()));
        double bound = parameter.start() * Math.sqrt(6.0 / (parameter.rows() + parameter.width()));
        for (int i = 0; i < values.length; i++) {
            values[i] = parameter.role() == Parameter.Role.WEIGHT
                    ? bound * (2 * random.nextDouble() - 1)
                    : parameter.start();
        }
        return values;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray view) {
        return views(view);
    }

    /** The library gives no array to a layer without parameters. */
    private Map<String, INDArray> views(@Nullable INDArray view) {
        Map<String, INDArray> views = Collections.synchronizedMap(new LinkedHashMap<>());
        if (view == null) {
            return views;
        }
        INDArray flat = view.reshape(view.length());
        long at = 0;
        for (Parameter p : parameters) {
            INDArray part = flat.get(NDArrayIndex.interval(at, at + p.length()));
            views.put(p.name(), part.reshape('c', p.rows(), p.columns()));
            at += p.length();
        }
        return views;
    }
}
