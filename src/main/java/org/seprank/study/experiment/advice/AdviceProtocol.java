package org.seprank.study.experiment.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.dataset.FeatureScaling;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.study.compare.Downstream;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.Scale;
import org.seprank.study.train.NetworkDesign;
import org.seprank.study.train.TrainingPlan;

/**
 * What is trained on which datasets.
 *
 * @param own the settings
 * @param options of the experiment
 */
record AdviceProtocol(Settings own, Experiment.Options options) {
    private static final int MOST = 1_000_000;
    private static final double RATE = 0.01;
    private static final double DECAY = 5e-4;
    private static final double DROPOUT = 0.5;

    static List<Setting> settings(Scale scale) {
        boolean smoke = scale == Scale.SMOKE;
        return List.of(
                Setting.text(
                        "datasets",
                        smoke
                                ? "synthetic:csbm,n=80,classes=2,features=8,degree=4,homophily=0.9,signal=0.3;"
                                        + "synthetic:csbm,n=80,classes=2,features=8,degree=4,homophily=0.5,signal=1.5"
                                : "texas.npz;cornell.npz;wisconsin.npz;chameleon_filtered.npz;ind.cora.graph;"
                                        + "ind.citeseer.graph;actor.npz;squirrel_filtered.npz",
                        "with ; between, files in the folder --dataset"),
                Setting.choices("model", "gcn", NetworkKind.ids(), "kind of the networks"),
                Setting.whole("depth", "3", 1, 64, "of the networks"),
                Setting.whole("width", text(scale, 8, 64, 64), 1, MOST, "of the networks"),
                Setting.whole("epochs", text(scale, 3, 150, 500), 1, MOST, "per training"),
                Setting.whole("seeds", text(scale, 1, 1, 3), 1, MOST, "networks on each split"),
                Setting.text(
                        "split",
                        smoke
                                ? "folds:3+validation"
                                : scale == Scale.SMALL ? "folds:6+validation" : "folds:10+validation",
                        "of the vertices, the same for all methods"),
                Setting.text(
                        "methods",
                        smoke ? "random,fosr" : "random,wis,local-similarity,fosr,sdrf,random-add",
                        "methods beside the graph as it is"),
                Setting.text("budgets", smoke ? "50%" : "10%,50%", "of methods that remove; of others the first"));
    }

    private static String text(Scale scale, int smoke, int small, int paper) {
        return Integer.toString(scale.of(smoke, small, paper));
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    static AdviceProtocol of(Experiment.Options options) {
        AdviceProtocol protocol = new AdviceProtocol(options.own(), options);
        protocol.methods().forEach(protocol::budgets);
        return protocol;
    }

    List<String> locations() {
        String folder = options.data().isEmpty() ? "" : options.data() + "/";
        return words("datasets", ";").stream()
                .map(name -> name.startsWith("synthetic:") ? name : folder + name)
                .toList();
    }

    List<Method> methods() {
        return words("methods", ",").stream().map(Methods::named).toList();
    }

    /** Those of a method; random removal goes up to all edges. */
    List<Budget> budgets(Method method) {
        List<String> texts = words("budgets", ",");
        if (!method.onlyRemoves()) {
            return List.of(Budget.parseRemoval(texts.get(0)));
        }
        List<Budget> budgets =
                new ArrayList<>(texts.stream().map(Budget::parseRemoval).toList());
        if (method.id().equals("random") && !texts.contains("100%")) {
            budgets.add(Budget.parseRemoval("100%"));
        }
        return budgets;
    }

    private List<String> words(String key, String separator) {
        return Arrays.stream(own.text(key).split(separator, -1))
                .map(String::strip)
                .toList();
    }

    NetworkKind model() {
        return NetworkKind.named(own.text("model"));
    }

    int depth() {
        return own.integer("depth");
    }

    int seeds() {
        return own.integer("seeds");
    }

    Downstream downstream() {
        GnnSpec spec = model().usual(depth(), own.integer("width"), false, options.seed())
                .withDropout(new GnnSpec.Dropout(DROPOUT, DROPOUT, 0));
        TrainingOptions training = new TrainingOptions(
                own.integer("epochs"),
                new Optimizer.Adam(RATE, DECAY),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, 0, 0, true),
                1);
        NetworkDesign design = new NetworkDesign(model(), spec, Readout.MEAN);
        return new Downstream(new TrainingPlan(design, training, seeds()), own.text("split"), FeatureScaling.AUTO, 0);
    }
}
