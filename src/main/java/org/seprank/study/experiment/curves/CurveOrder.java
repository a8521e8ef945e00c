package org.seprank.study.experiment.curves;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.NodeDataset;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Value;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.MethodSetting;
import org.seprank.rewire.catalogue.Request;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditSink;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.engine.Finished;
import org.seprank.study.experiment.Cell;
import org.seprank.study.experiment.curves.Curves.Run;
import org.seprank.study.rewire.mask.EdgeMasks;
import org.seprank.study.rewire.mask.MaskOptions;
import org.seprank.work.Progress;

/**
 * The order in which a method removes edges, as many as are needed. Masks are those of the network that is trained
 * afterwards.
 *
 * @param data the dataset and how networks are trained
 * @param method that decides
 * @param run for whose network
 */
record CurveOrder(CurveData data, RemovalMethod method, Run run) implements Cell {
    private static final String EDGES = "edges";
    private static final int EDGES_PER_WORD = 1000;

    @Override
    public Question question() {
        return data.order(method, run);
    }

    @Override
    public List<Block> answer(Context context) {
        List<String> edges = decided(request(context.progress()));
        List<String> words = new ArrayList<>();
        for (int from = 0; from < edges.size(); from += EDGES_PER_WORD) {
            words.add(String.join(" ", edges.subList(from, Math.min(edges.size(), from + EDGES_PER_WORD))));
        }
        return List.of(Facts.of(NUMBERS, "Edges in the order in which they go").add(EDGES, Value.of(words)));
    }

    /** A trained order takes a training for each round; of others the time is not known, nor long. */
    @Override
    public Optional<Estimate> estimate(Context context) {
        int rounds = (int) Math.ceil((double) data.largest()
                / Math.max(1, data.edges() * MaskOptions.published().share()));
        double seconds =
                method.trained() ? rounds * data.seconds(run, data.protocol().maskEpochs()) : 0;
        return Optional.of(
                Estimate.under().add("orders of " + method.id(), seconds, method.trained() ? data.bytes(run) : 0));
    }

    /** The first edges of a finished order. */
    static BitSet first(Finished order, int count) {
        BitSet first = new BitSet();
        int left = count;
        for (JsonNode word : order.answer().path(NUMBERS).path(EDGES)) {
            String[] some = word.asText().split(" ");
            Arrays.stream(some).limit(left).mapToInt(Integer::parseInt).forEach(first::set);
            left -= Math.min(left, some.length);
        }
        return first;
    }

    private Request request(Progress progress) {
        CurveProtocol protocol = data.protocol();
        int depth = protocol.depth(run.model());
        MethodSetting setting = method.trained()
                ? method.trainedSetting(depth, run.seed(), protocol.maskEpochs())
                : method.setting(depth, run.seed());
        return Request.of(data.dataset().graph(), Budget.remove(data.largest()))
                .describedBy(data.dataset().features())
                .with(setting)
                .trainedBy((ugs, asked) -> EdgeMasks.sparsifier(learnt(), data.network(run), MaskOptions.of(asked)))
                .watchedBy(EditSink.none(), progress);
    }

    /** The dataset with the split of the run, as masks are learnt from the part that is trained on afterwards. */
    private NodeDataset learnt() {
        return data.dataset().withSplits(List.of(data.dataset().splits().get(run.split())));
    }

    private List<String> decided(Request request) {
        Graph graph = data.dataset().graph();
        int count = data.largest();
        List<Edit> edits = method.method().rewire(request).toList();
        if (edits.size() < count) {
            if (request.watch().progress().cancelled()) {
                throw new CancellationException("interrupted while edges were chosen");
            }
            throw new IllegalArgumentException(
                    method.id() + " removes only " + edits.size() + " of " + count + " edges");
        }
        return edits.stream()
                .map(edit -> Integer.toString(graph.edgeBetween(edit.u(), edit.v())))
                .toList();
    }
}
