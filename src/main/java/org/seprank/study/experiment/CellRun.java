package org.seprank.study.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.seprank.study.AnswerProvenance;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.LocalEngine;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.StudyTask;

/** The cells of an experiment as they are finished, in memory and in the store where there is one. */
final class CellRun {
    private final Design design;
    private final @Nullable Store store;
    private final Context context;
    private final Map<Question, Finished> finished = new ConcurrentHashMap<>();
    private final Map<String, Watched> running = new ConcurrentHashMap<>();

    CellRun(Design design, @Nullable Store store, Context context) {
        this.design = design;
        this.store = store;
        this.context = context;
    }

    /** Those that are finished. */
    Answers answers() {
        return new Answers(finished);
    }

    /**
     * Runs those that are not in the store.
     *
     * @return whether all are finished; false only where it was asked to stop
     * @throws IOException what a cell threw; so too what is unchecked
     */
    boolean run() throws IOException {
        int kept = store == null ? 0 : store.keys().size();
        boolean first = true;
        for (List<Cell> left = left(); !left.isEmpty(); left = left()) {
            List<StudyTask> tasks = missing(left);
            if (first && kept > 0 && finished.isEmpty()) {
                context.warnings()
                        .accept("none of the " + kept + " cells there is of this version, dataset and settings;"
                                + " the experiment begins anew");
            }
            first = false;
            context.progress().start("cells", tasks.size());
            int threads = design.isTimed() ? 1 : context.threads();
            new LocalEngine(threads).run(tasks, task -> cell(task.key()), this::keep, context.progress());
            if (left.stream().anyMatch(cell -> !finished.containsKey(cell.question()))) {
                return false;
            }
        }
        return true;
    }

    private List<Cell> left() {
        List<Cell> left = new ArrayList<>(design.plan(answers()));
        left.removeIf(cell -> finished.containsKey(cell.question()));
        return left;
    }

    /** The tasks of those that are not in the store; the others are finished. */
    private List<StudyTask> missing(List<Cell> cells) throws IOException {
        List<StudyTask> tasks = new ArrayList<>();
        for (Cell cell : cells) {
            StudySpec spec = StudySpec.of(cell.question());
            StudyTask task = StudyTask.of(spec, AnswerProvenance.currentVersion(), new TreeMap<>(), "");
            Optional<Finished> kept = store == null ? Optional.empty() : store.find(task.key());
            if (kept.isPresent()) {
                finished.put(cell.question(), kept.get());
            } else {
                running.put(task.key(), new Watched(cell));
                tasks.add(task);
            }
        }
        return tasks;
    }

    private Watched cell(String key) {
        Watched cell = running.get(key);
        if (cell == null) {
            throw new IllegalStateException("no cell has the key " + key);
        }
        return cell;
    }

    private void keep(Finished one) throws IOException {
        Watched cell = cell(one.task().key());
        if (!one.succeeded()) {
            throw cell.thrown();
        }
        if (store != null) {
            store.put(one);
        }
        finished.put(cell.question(), one);
        running.remove(one.task().key());
    }

    /** A cell that remembers what it threw, which ends the experiment. */
    private static final class Watched implements Study {
        private final Cell cell;
        private volatile @Nullable Throwable thrown;

        Watched(Cell cell) {
            this.cell = cell;
        }

        @Override
        public Question question() {
            return cell.question();
        }

        @Override
        public Outcome run(Context within) throws IOException {
            try {
                return cell.run(within);
            } catch (IOException | RuntimeException | Error e) {
                thrown = e;
                throw e;
            }
        }

        /** The checked exception it threw; one that is unchecked is thrown here. */
        IOException thrown() {
            Throwable problem = thrown;
            if (problem instanceof IOException io) {
                return io;
            }
            if (problem instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (problem instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the cell " + question() + " failed for no reason");
        }
    }
}
