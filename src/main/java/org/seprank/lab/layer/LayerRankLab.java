package org.seprank.lab.layer;

import java.util.ArrayList;
import java.util.List;
import org.seprank.gnn.NetworkKind;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.report.number.Numbers;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * The ranks of weights inside real networks: a dense one and a graph network on one dataset, each as it is, with every
 * weight a product of several factors (depth that is linear; Arora, Cohen, Hu and Luo, arXiv 1905.13655; for networks:
 * arXiv 2103.10427) and with a penalty of the weights' smooth nuclear norms. The singular values and the effective rank
 * {@code exp(-Σ p ln p)}, {@code p = σ / Σσ}, of every layer are followed from the start on, where products of random
 * factors have a lower effective rank already. Where data are easy, that is where plain weights have an accuracy of
 * 0.9, neither costs accuracy; otherwise factors may, and a GCN of three per weight loses a fifth of it on Cora with
 * the given split. The penalty is chosen by the validation part.
 */
public final class LayerRankLab extends Lab {
    /** The loss of accuracy that is none. */
    static final double COMPARABLE = 0.05;

    private static final double EASY = 0.9; // accuracy of plain weights

    private static final List<Setting> SETTINGS = List.of(
            Setting.choices(
                    "models",
                    "linear,gcn",
                    NetworkKind.ids(),
                    "kinds of networks, linear for dense layers: " + String.join(", ", NetworkKind.ids())),
            Setting.text(
                    "dataset",
                    "synthetic:csbm,n=500,classes=4,features=32,signal=0.7",
                    "what is learned: a path or synthetic:NAME,key=value,.."),
            Setting.text("split", "stratified:0.3/0.2/0.5", "training, validation and test part; given: its own"),
            Setting.whole("depth", "2", 1, 64, "layers before the linear one that gives the classes"),
            Setting.whole("width", "32", 1, 4096, "width of every layer"),
            Setting.wholes("linear-depths", "2,3", 2, 16, "numbers of factors of every weight, compared with 1")
                    .different(),
            Setting.real(
                    "penalty",
                    "0",
                    0,
                    1e6,
                    "factor of the nuclear norms in the penalized network's loss; 0: the first of 3e-3, 1e-3, 3e-4 that costs"
                            + " at most 0.05 of validation accuracy"),
            Setting.whole("epochs", "200", 1, 1_000_000, "epochs of every network"),
            Setting.real("rate", "0.01", 1e-9, 10, "learning rate"),
            Setting.whole("every", "5", 1, 1_000_000, "epochs from one look at the weights to the next"),
            Setting.whole("values", "8", 1, 1000, "number of singular values that are followed"),
            Setting.text("layer", "layer2", "layer whose singular values are shown"));

    /** Makes it. */
    public LayerRankLab() {
        super(
                "layer-rank",
                "linear depth and a penalty lower the rank of a network's layers, a penalty, or easy data, at no cost in accuracy",
                "arXiv 1905.13655, 2103.10427",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        Problem problem = Problem.of(settings.text("dataset"), settings.text("split"), seed);
        List<Panel> panels = new ArrayList<>();
        Figures figures = Figures.none();
        for (NetworkKind kind : models(settings)) {
            LabResult runs = new ModelRuns(kind, problem, settings).run(seed, progress);
            figures = figures.and(runs.figures());
            panels.addAll(runs.panels());
            if (progress.cancelled()) {
                break;
            }
        }
        return new LabResult(panels, figures);
    }

    private static List<NetworkKind> models(Settings settings) {
        return settings.words("models").stream().map(NetworkKind::named).toList();
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Finding> verdicts = new ArrayList<>();
        List<Integer> depths = Variant.linearDepths(settings);
        String deepest = Variant.product(depths.get(depths.size() - 1));
        for (NetworkKind kind : models(settings)) {
            String model = kind.id();
            double plain = measured.get(ModelRuns.rank(model, Variant.PLAIN));
            double kept = measured.get(ModelRuns.kept(model, Variant.PLAIN));
            double accuracy = measured.get(ModelRuns.accuracy(model, Variant.PLAIN));
            for (String variant : List.of(deepest, Variant.PENALTY)) {
                verdicts.add(new Finding(
                        model + ": " + variant + " ends at a lower effective rank than " + Variant.PLAIN,
                        measured.get(ModelRuns.rank(model, variant)) < plain));
                verdicts.add(new Finding(
                        model + ": " + variant + " loses a larger part of it in training than " + Variant.PLAIN,
                        measured.get(ModelRuns.kept(model, variant)) < kept));
                boolean promised = variant.equals(Variant.PENALTY) || accuracy >= EASY;
                verdicts.add(cost(
                        model + ": " + variant, accuracy, measured.get(ModelRuns.accuracy(model, variant)), promised));
            }
        }
        return verdicts;
    }

    /** Products of factors promise nothing where data are not easy. */
    private static Finding cost(String name, double plain, double accuracy, boolean promised) {
        return promised
                ? new Finding(
                        name + " costs at most " + COMPARABLE + " of test accuracy", accuracy >= plain - COMPARABLE)
                : new Finding(
                        name + " changes test accuracy from " + Numbers.real(plain) + " to " + Numbers.real(accuracy)
                                + ", where data are not easy",
                        true);
    }
}
