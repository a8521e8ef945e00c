package org.seprank.study.batch;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.seprank.gnn.DivergedException;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Listing;
import org.seprank.study.Study;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudyTask;

/** Studies that answer with the sum of the letters of their words; depths 13 and 14 fail, each in its way. */
record CountingRunner(ConcurrentLinkedQueue<String> log) implements Studies {
    private static final long serialVersionUID = 1L;

    static CountingRunner start() {
        return new CountingRunner(new ConcurrentLinkedQueue<>());
    }

    @Override
    public Study of(StudyTask task) {
        List<String> words = task.spec().words(task.folder());
        log.add(String.join(" ", words));
        if (words.contains("--depth=13")) {
            throw DivergedException.inEpoch(3, "the loss is NaN");
        }
        if (words.contains("--depth=14")) {
            throw new IllegalStateException("a fault");
        }
        return answer(words);
    }

    static Study answer(List<String> words) {
        int sum = String.join("", words).chars().sum();
        List<List<Value>> rows = List.of(List.of(Value.of("p"), Value.of(sum), Value.missing()));
        Table table = new Table("partitions", "Partitions", List.of("partition", "walk_index", "rank"), rows);
        return Listing.of(new Document("analyze", List.of(table)));
    }
}
