package org.seprank.study.measure;

import org.seprank.measure.Group;
import org.seprank.measure.MeasureOptions;
import org.seprank.study.Question;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;

/** What is asked wherever graphs are measured. */
final class MeasureQuestion {
    private MeasureQuestion() {}

    static Question of(String verb, GraphSource source, NetworkShape network, MeasureOptions options) {
        return source.addTo(Question.of(verb))
                .with("groups", options.groups().stream().map(Group::id).toList())
                .with("first_depth", options.depths().first())
                .with("last_depth", options.depths().last())
                .with("input_width", network.inputWidth())
                .with("hidden_width", network.hiddenWidth())
                .with("target", network.target());
    }
}
