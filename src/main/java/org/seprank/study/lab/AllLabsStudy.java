package org.seprank.study.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.AnswerProvenance;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.LocalEngine;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.StudyTask;

/**
 * Several laboratories, as many at a time as there are threads, and whether all their claims hold. What is finished is
 * kept in a folder, so that an interrupted run goes on there.
 *
 * @param labs what is run
 * @param seed the first seed of each
 * @param seeds how many of each
 * @param folder the {@link Store} of what is finished, made if it is not there; null: it is not kept. The answer does
 *     not depend on it.
 */
public record AllLabsStudy(
        List<LabStudy> labs, long seed, int seeds, @Nullable Path folder) implements Study {
    /** Copies the list. */
    public AllLabsStudy {
        labs = List.copyOf(labs);
    }

    /** All there are, as they are set. */
    public static AllLabsStudy asSet(long seed, int seeds, @Nullable Path folder) {
        List<LabStudy> labs = LabCatalogue.all().stream()
                .map(lab -> new LabStudy(lab, lab.with(), seed, seeds))
                .toList();
        return new AllLabsStudy(labs, seed, seeds, folder);
    }

    @Override
    public Question question() {
        return Question.of("lab").with("all", true).with("seed", seed).with("seeds", seeds);
    }

    /**
     * Runs those that are not in the folder.
     *
     * @throws IllegalArgumentException if another process works on the folder
     */
    @Override
    public Outcome run(Context context) throws IOException {
        if (folder == null) {
            return run(null, context);
        }
        Store store = Store.of(folder);
        Store.Lock lock = store.lock();
        try {
            return run(store, context);
        } finally {
            lock.close();
        }
    }

    private Outcome run(@Nullable Store store, Context context) throws IOException {
        Map<String, Finished> finished = new TreeMap<>();
        Map<String, LabStudy> byKey = new LinkedHashMap<>();
        List<StudyTask> tasks = new ArrayList<>();
        for (LabStudy lab : labs) {
            StudyTask task = task(lab);
            byKey.put(task.key(), lab);
            Optional<Finished> kept = store == null ? Optional.empty() : store.find(task.key());
            kept.ifPresentOrElse(one -> finished.put(task.key(), one), () -> tasks.add(task));
        }
        context.progress().start("laboratories", tasks.size());
        new LocalEngine(context.threads())
                .run(
                        tasks,
                        task -> Optional.ofNullable(byKey.get(task.key())).orElseThrow(),
                        one -> {
                            if (store != null && one.succeeded()) {
                                store.put(one);
                            }
                            finished.put(one.task().key(), one);
                        },
                        context.progress());
        return outcome(finished, context);
    }

    private static StudyTask task(LabStudy lab) {
        return StudyTask.of(StudySpec.of(lab.question()), AnswerProvenance.currentVersion(), new TreeMap<>(), "");
    }

    private record Part(String statement, boolean held) {}

    private Outcome outcome(Map<String, Finished> finished, Context context) {
        List<Part> parts = new ArrayList<>();
        List<Block.Duration> durations = new ArrayList<>();
        for (LabStudy lab : labs) {
            Finished one = finished.get(task(lab).key());
            if (one != null) {
                parts.addAll(parts(lab.lab().name(), one));
                durations.add(new Block.Duration(lab.lab().name(), one.seconds()));
            }
        }
        Map<String, Value> settings = new LinkedHashMap<>();
        settings.put("lab", Value.of("all"));
        settings.put("seed", Value.of(seed));
        settings.put("seeds", Value.of(seeds));
        Document document = Document.of("lab")
                .note("Finished: " + finished.size() + " of " + labs.size() + " laboratories.")
                .add(Table.of("verdict", "What the claims say and whether they held", Part.class, parts))
                .add(new Facts("settings", "Settings", settings))
                .build();
        Verdict verdict =
                Verdict.of(finished.size() == labs.size(), parts.stream().allMatch(Part::held));
        return new Outcome(context.provenance(question(), List.of()), document, verdict, durations);
    }

    /** The statements of one laboratory with its name; one that failed says why. */
    private static List<Part> parts(String name, Finished one) {
        if (!one.succeeded()) {
            return List.of(new Part(name + " failed: " + one.result().error(), false));
        }
        List<Part> parts = new ArrayList<>();
        for (JsonNode row : one.rows("verdict")) {
            parts.add(new Part(
                    name + ": " + row.path("statement").asText(),
                    row.path("held").asBoolean()));
        }
        return parts;
    }
}
