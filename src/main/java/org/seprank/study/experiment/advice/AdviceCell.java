package org.seprank.study.experiment.advice;

import java.io.IOException;
import java.util.List;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Question;
import org.seprank.study.advise.Advice;
import org.seprank.study.experiment.Cell;

/**
 * The first advice about a dataset.
 *
 * @param data the dataset
 */
record AdviceCell(AdvisedData data) implements Cell {
    @Override
    public Question question() {
        return data.question("advice");
    }

    @Override
    public List<Block> answer(Context context) throws IOException {
        Advice advice = data.advise().advice(data.read(), context);
        return List.of(Facts.of(NUMBERS, "Advice")
                .add("method", advice.method())
                .add("budget", advice.budget())
                .add("confidence", Value.of(advice.confidence())));
    }
}
