package org.seprank.study.batch.summary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.batch.Batch;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.StudyTask;

/** What a batch has to do yet, and how long it will take. */
final class BatchPlan {
    private BatchPlan() {}

    private record Cost(Value time, Value memory, Value estimatedBy) {
        static Cost of(Estimate estimate) {
            return new Cost(
                    Value.duration(estimate.seconds()), Value.bytes(estimate.bytes()), Value.of("its own estimate"));
        }
    }

    private record Row(String study, Batch.State state, Cost cost) {}

    /** Every study with its state, and what the ones to be done will cost. */
    static Document of(Batch batch, Studies known, Context context) throws IOException {
        List<StudySpec> studies = batch.tasks().stream().map(StudyTask::spec).toList();
        Map<String, Double> earlier = earlier(batch);
        List<Row> rows = new ArrayList<>();
        for (StudyTask task : batch.tasks()) {
            Batch.State state = batch.state(task);
            Cost cost = state == Batch.State.TODO
                    ? known.of(task).estimate(context).map(Cost::of).orElseGet(() -> cost(task.spec(), earlier))
                    : new Cost(Value.missing(), Value.missing(), Value.missing());
            rows.add(new Row(StudyColumns.shortKey(task), state, cost));
        }
        Table table = Table.of("studies", "Studies", Row.class, rows);
        return Document.of("batch-plan")
                .add(StudyColumns.of(studies).in(table, studies))
                .build();
    }

    private static Cost cost(StudySpec study, Map<String, Double> earlier) {
        Double mean = earlier.get(study.command());
        return mean == null
                ? new Cost(Value.missing(), Value.missing(), Value.of("unknown"))
                : new Cost(Value.duration(mean), Value.missing(), Value.of("finished " + study.command() + " studies"));
    }

    /** Mean seconds of finished studies by command. */
    private static Map<String, Double> earlier(Batch batch) throws IOException {
        List<Finished> finished = new ArrayList<>();
        for (StudyTask task : batch.tasks()) {
            batch.store().find(task.key()).filter(Finished::succeeded).ifPresent(finished::add);
        }
        return finished.stream()
                .collect(Collectors.groupingBy(
                        one -> one.task().spec().command(),
                        TreeMap::new,
                        Collectors.averagingDouble(Finished::seconds)));
    }
}
