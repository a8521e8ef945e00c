package org.seprank.study.experiment.curves;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.study.Outcome;
import org.seprank.study.experiment.Reproduction;
import org.seprank.study.experiment.Scale;
import org.seprank.work.Progress;

/**
 * Test accuracy against the fraction of edges removed before training (arXiv 2211.16494, Figure 3 and appendix): one
 * split for all runs; equal seeds give equal first weights whatever method removed edges, so that methods are compared
 * over pairs; random and spectral removal draw a fresh order per seed, WIS has one. Trainings run several at a time;
 * each is a cell.
 */
public final class SparsificationCurves implements Reproduction {
    @Override
    public String name() {
        return "sparsification-curves";
    }

    @Override
    public String claim() {
        return "walk index sparsification keeps more accuracy than other removals of as many edges";
    }

    @Override
    public List<org.seprank.setting.Setting> settings(Scale scale) {
        return CurveProtocol.settings(scale);
    }

    @Override
    public Outcome run(Setting setting, Progress progress) throws IOException {
        CurveProtocol protocol = CurveProtocol.of(setting);
        NodeDataset dataset = protocol.load();
        Curves curves = CurveRuns.run(protocol, dataset, progress);
        Document.Builder document = Document.of("experiment")
                .note("Claim: " + claim()
                        + ". The score is the test accuracy at the first epoch with the best validation"
                        + " accuracy.");
        facts(document, protocol, dataset);
        new CurveTables(curves).blocks().forEach(document::add);
        notes(document, protocol, curves);
        long all = CurveRuns.count(protocol, dataset.graph().edgeCount());
        return Outcome.of(document.build(), curves.cells().size() == all);
    }

    private static void facts(Document.Builder document, CurveProtocol protocol, NodeDataset dataset) {
        Split split = dataset.splits().get(0);
        document.add(Facts.of("data", "Dataset")
                .add("dataset", protocol.location())
                .add("sha256", dataset.contentHash())
                .add("vertices", dataset.graph().vertexCount())
                .add("edges", dataset.graph().edgeCount())
                .add("training", split.count(Split.Part.TRAIN))
                .add("validation", split.count(Split.Part.VALIDATION))
                .add("test", split.count(Split.Part.TEST)));
    }

    private static void notes(Document.Builder document, CurveProtocol protocol, Curves curves) {
        document.note("Networks: "
                + protocol.models().stream()
                        .map(model -> network(protocol, model))
                        .collect(Collectors.joining("; "))
                + ".");
        if (protocol.setting().data().isEmpty()) {
            document.note("The dataset is a generated stand-in; --dataset names a real one.");
        }
        if (protocol.methods().stream().anyMatch(RemovalMethod::trained)) {
            document.note(
                    "ugs: " + protocol.maskEpochs() + " epochs per round of 5 % of the edges, at its usual optimizer;"
                            + " its masks are those of the network that is trained afterwards, from the same seed.");
        }
        if (curves.diverged() > 0) {
            document.note(curves.diverged() + " trainings diverged and are left out.");
        }
    }

    private static String network(CurveProtocol protocol, NetworkKind model) {
        TrainingOptions options = protocol.training(model);
        return String.format(
                Locale.ROOT,
                "%s of depth %d and width %d, learning rate %s, weight decay %s, at most %d epochs, patience %d",
                model.id(),
                protocol.depth(model),
                protocol.network(model, 0).width(),
                options.optimizer().learningRate(),
                options.optimizer().weightDecay(),
                options.epochs(),
                options.stopping().patience());
    }
}
