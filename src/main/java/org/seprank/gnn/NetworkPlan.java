package org.seprank.gnn;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.seprank.gnn.kernel.CounterRandom;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.EdgeMaskLayer;
import org.seprank.gnn.layer.GraphLayer;
import org.seprank.gnn.layer.LayerSpec;
import org.seprank.gnn.layer.LayerSpec.Finish;
import org.seprank.gnn.layer.LayerSpec.Source;
import org.seprank.gnn.layer.MaskedLoss;
import org.seprank.gnn.layer.Norm;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.layer.ReadoutLayer;

/** Turns a {@link FittedSpec} into a configuration of the library, layer by layer. Used once. */
final class NetworkPlan {
    static final String MASK = "mask";
    static final String LOSS = "loss";

    private final GnnSpec spec;
    private final int logits;
    private final Optimizer optimizer;
    private final GraphBuilder graph;
    private final List<String> seen = new ArrayList<>(); // outputs of the aggregations, for jumping knowledge
    private String last = "input";
    private Source source = Source.FEATURES;
    private int width;

    private NetworkPlan(FittedSpec fitted, Optimizer optimizer) {
        this.spec = fitted.network();
        this.width = fitted.inputWidth();
        this.logits = fitted.outputWidth();
        NeuralNetConfiguration.Builder base = new NeuralNetConfiguration.Builder()
                .seed(nonZero(spec.seed()))
                .dataType(spec.precision() == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE)
                .updater(updater(optimizer))
                .miniBatch(false); // losses are means already
        this.optimizer = optimizer;
        if (optimizer.weightDecay() > 0 && optimizer.decay() == Decay.ALL) {
            base.l2(optimizer.weightDecay());
        }
        this.graph = base.graphBuilder().addInputs(last);
    }

    static ComputationGraphConfiguration of(FittedSpec spec, Optimizer optimizer) {
        NetworkPlan plan = new NetworkPlan(spec, optimizer);
        plan.layers();
        plan.prediction();
        return plan.graph.setOutputs(LOSS).build();
    }

    /** The number of parameters of such a network, without making it. */
    static long parameterCount(FittedSpec spec, Optimizer optimizer) {
        return of(spec, optimizer).getVertices().values().stream()
                .mapToLong(vertex -> vertex.numParams(false))
                .sum();
    }

    /** Where the outputs of the aggregations are found in a network of that spec, first to last. */
    static List<String> aggregations(FittedSpec spec) {
        NetworkPlan plan = new NetworkPlan(spec, new Optimizer.Sgd(1, 0, 0));
        plan.layers();
        return plan.seen;
    }

    /** The library treats the seed 0 as none. */
    private static long nonZero(long seed) {
        long mixed = CounterRandom.mix(seed);
        return mixed == 0 ? 1 : mixed;
    }

    private static IUpdater updater(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Sgd sgd) {
            return sgd.momentum() == 0
                    ? new Sgd(sgd.learningRate())
                    : new Nesterovs(sgd.learningRate(), sgd.momentum());
        }
        return new FastAdam(optimizer.learningRate());
    }

    private void layers() {
        if (spec.mask().edges() > 0) {
            graph.addLayer(
                    MASK, EdgeMaskLayer.of(spec.mask().edges(), spec.mask().penalty()), last);
            last = MASK;
        }
        Aggregation aggregation = spec.aggregation();
        if (!aggregation.transforms()) {
            mlpAndPropagation();
            return;
        }
        if (spec.layering().encoder() || aggregation.aggregatesFirst()) {
            add("encoder", new Aggregation.Linear(), spec.width(), Finish.none());
        }
        for (int l = 1; l <= spec.depth(); l++) {
            if (aggregation.followedByLinear()) {
                isomorphismLayer(l);
            } else {
                add("layer" + l, ofLayer(l), outputWidth(l), finish(l));
            }
            seen.add(last);
        }
    }

    private boolean givesLogits(int l) {
        return l == spec.depth() && !spec.prediction().head();
    }

    private int outputWidth(int l) {
        return givesLogits(l) ? logits : spec.width();
    }

    private Aggregation ofLayer(int l) {
        return givesLogits(l) ? spec.aggregation().givingLogits() : spec.aggregation();
    }

    private Finish finish(int l) {
        if (givesLogits(l)) {
            return Finish.none();
        }
        GnnSpec.Layering layering = spec.layering();
        return new Finish(
                layering.normFirst() ? layering.norm() : Norm.NONE,
                layering.activation(),
                layering.normFirst() ? Norm.NONE : layering.norm(),
                layering.residual() && source == Source.LAYER && width == outputWidth(l));
    }

    /** A sum over neighbours and two linear maps, each with batch norm and rectifier. */
    private void isomorphismLayer(int l) {
        Finish finish = finish(l);
        String before = last;
        Finish inner = new Finish(Norm.BATCH, Activation.RELU, Norm.NONE, false);
        add("layer" + l + "sum", spec.aggregation(), spec.width(), inner);
        Finish outer = givesLogits(l)
                ? finish
                : new Finish(Norm.BATCH, finish.activation(), spec.layering().norm(), false);
        add("layer" + l, new Aggregation.Linear(), outputWidth(l), outer, 0);
        if (finish.residual()) {
            graph.addVertex("residual" + l, new ElementWiseVertex(ElementWiseVertex.Op.Add), before, last);
            last = "residual" + l;
        }
    }

    private void mlpAndPropagation() {
        for (int l = 1; l <= spec.depth(); l++) {
            add("linear" + l, new Aggregation.Linear(), outputWidth(l), finish(l));
        }
        add("propagation", spec.aggregation(), width, Finish.none());
        seen.add(last);
    }

    private void add(String name, Aggregation aggregation, int outputWidth, Finish finish) {
        add(name, aggregation, outputWidth, finish, spec.dropout().hidden());
    }

    private void add(String name, Aggregation aggregation, int outputWidth, Finish finish, double hiddenDropout) {
        double dropout = source == Source.FEATURES ? spec.dropout().input() : hiddenDropout;
        LayerSpec layer = new LayerSpec(aggregation, width, outputWidth, source, finish, dropout, spec.weights());
        GraphLayer added = GraphLayer.of(layer);
        if (source == Source.FEATURES && optimizer.weightDecay() > 0) {
            added.setRegularization(List.of(new L2Regularization(optimizer.weightDecay())));
        }
        graph.addLayer(name, added, last);
        last = name;
        source = Source.LAYER;
        width = outputWidth;
    }

    private void prediction() {
        jump();
        GnnSpec.Prediction prediction = spec.prediction();
        if (prediction.readout() != Readout.NONE) {
            double centre = spec.aggregation() instanceof Aggregation.ProductNearOne ? 1 : 0;
            graph.addLayer(
                    "readout", ReadoutLayer.of(prediction.readout(), width).around(centre), last);
            last = "readout";
        }
        if (prediction.head()) {
            boolean biased = spec.aggregation().hasBias() || !spec.aggregation().transforms();
            add("head", new Aggregation.Linear(biased), logits, Finish.none());
        }
        graph.addLayer(LOSS, MaskedLoss.of(prediction.loss(), width), last);
    }

    private void jump() {
        if (seen.size() < 2) {
            return;
        }
        String[] all = seen.toArray(String[]::new);
        switch (spec.layering().jumping()) {
            case LAST -> {}
            case CAT -> {
                graph.addVertex("jump", new MergeVertex(), all);
                last = "jump";
                width *= all.length;
            }
            case MAX -> {
                graph.addVertex("jump", new ElementWiseVertex(ElementWiseVertex.Op.Max), all);
                last = "jump";
            }
        }
    }
}
