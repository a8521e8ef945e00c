package org.seprank.study.experiment.advice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.io.ReadOptions;
import org.seprank.setting.Setting;
import org.seprank.study.experiment.Design;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.Scale;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;

/**
 * The first advice of {@code seprank advise} against the best of several methods: on every dataset networks are trained
 * on the graph as it is and after each method and budget, on the same splits, and the advised one is compared with the
 * one of the best mean test accuracy. The best is chosen with hindsight among many, so that some of its lead is chance.
 * Each method on each dataset is a cell.
 *
 * <p>The claim holds where on more than half of the datasets the advised accuracy is the best or within chance of it
 * (Student's 95 % interval of the paired loss reaches 0), and advice loses less than leaving every graph as it is.
 */
public final class AdviceQuality implements Experiment {
    @Override
    public String name() {
        return "advice";
    }

    @Override
    public String claim() {
        return "the first advice is mostly as good as the best of many methods, and better than leaving graphs alone";
    }

    @Override
    public List<Setting> settings(Scale scale) {
        return AdviceProtocol.settings(scale);
    }

    @Override
    public Design design(Options options) throws IOException {
        AdviceProtocol protocol = AdviceProtocol.of(options);
        List<AdvisedData> data = new ArrayList<>();
        for (String location : protocol.locations()) {
            GraphSource source = new GraphSource(location, ReadOptions.defaults(), null, options.seed());
            GraphInput read = source.readLabelled("", warning -> {});
            data.add(new AdvisedData(protocol, source, read));
        }
        return new AdviceDesign(protocol, data);
    }
}
