package org.seprank.study.experiment.interaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.gnn.NetworkKind;
import org.seprank.report.Block;
import org.seprank.setting.Setting;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.Design;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.Findings;
import org.seprank.study.experiment.Scale;
import org.seprank.study.input.DatasetSource;

/**
 * Does a trained network model more interaction across partitions of larger walk index? The theorems bound what product
 * aggregation can model (arXiv 2211.16494, Theorem 1); here the entanglement entropy of trained networks of several
 * kinds is measured on random partitions of growing boundary, the mean of several networks of different seeds each. The
 * claim holds for a kind of network where Spearman's coefficient of its entropy is above 0 with its 95 % interval;
 * kinds without a coefficient are not judged. Beside it: what else of the theory tells the interaction, and what each
 * tells among partitions of equal boundary. Each network is a cell.
 */
public final class InteractionVsWalkIndex implements Experiment {
    private static final List<NetworkKind> KINDS =
            List.of(NetworkKind.GCN, NetworkKind.GAT, NetworkKind.GIN, NetworkKind.SAGE, NetworkKind.PRODUCT);

    @Override
    public String name() {
        return "interaction-vs-walk-index";
    }

    @Override
    public String claim() {
        return "trained networks model more interaction across partitions of larger walk index";
    }

    @Override
    public Design design(Options options) throws IOException {
        List<InteractionCell> cells = new ArrayList<>();
        List<Block.Input> inputs = new ArrayList<>();
        for (Case one : cases(options)) { // all are read before hours of work
            Dataset dataset = new DatasetSource(one.location(), "", FeatureScaling.AUTO, options.seed()).load();
            Block.Input input = new Block.Input("dataset", one.location(), dataset.contentHash());
            inputs.add(input);
            for (int i = 0; i < options.own().integer("networks"); i++) {
                int number = i;
                KINDS.forEach(
                        kind -> cells.add(new InteractionCell(one, kind, number, dataset, input.sha256(), options)));
            }
        }
        return new Networks(cells, inputs);
    }

    @Override
    public List<Setting> settings(Scale scale) {
        return List.of(Setting.whole(
                "networks", Integer.toString(scale.of(2, 3, 5)), 1, 100, "of each kind on each dataset, by seed"));
    }

    /**
     * A dataset and how networks are trained on it.
     *
     * @param name for tables
     * @param location of the dataset
     * @param epochs of training
     * @param width of hidden layers
     * @param rate the learning rate
     */
    record Case(String name, String location, int epochs, int width, double rate) {}

    private static List<Case> cases(Options options) {
        Scale scale = options.scale();
        if (!options.data().isEmpty()) {
            return List.of(new Case(options.data(), options.data(), scale.of(3, 100, 200), scale.of(4, 16, 64), 0.01));
        }
        String images = "synthetic:same-class,train=" + scale.of(40, 1000, 10_000) + ",test=200,arrangement=";
        int epochs = scale.of(2, 15, 50);
        return List.of(
                new Case("two cliques, low walk index", images + "low", epochs, scale.of(4, 16, 64), 0.005),
                new Case("two cliques, high walk index", images + "high", epochs, scale.of(4, 16, 64), 0.005),
                new Case("karate", "graphs/karate.graphml#faction", scale.of(3, 100, 200), scale.of(4, 16, 64), 0.01));
    }

    /** All networks. */
    private record Networks(List<InteractionCell> cells, List<Block.Input> inputs) implements Design {
        @Override
        public List<InteractionCell> plan(Answers finished) {
            return cells;
        }

        @Override
        public Findings collect(Answers finished) {
            PredictorTables tables = new PredictorTables();
            cells.stream().map(InteractionCell::where).distinct().forEach(where -> {
                for (NetworkKind kind : KINDS) {
                    tables.measure(
                            cells.stream()
                                    .filter(cell -> cell.where().equals(where) && cell.kind() == kind)
                                    .toList(),
                            finished);
                }
                tables.draw(where.name());
            });
            return tables.findings();
        }
    }
}
