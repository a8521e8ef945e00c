package org.seprank.study.batch;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.seprank.study.engine.Engine;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.StudyTask;
import org.seprank.work.Progress;

/**
 * The studies of a plan and the store of their outcomes. Running it runs what is not in the store yet: killed at any
 * instant and started again, it repeats nothing that is in the store and loses nothing.
 *
 * @param store of the outcomes
 * @param tasks the studies
 */
public record Batch(Store store, List<StudyTask> tasks) {
    /** How far a study is. */
    public enum State {
        /** Its outcome is in the store. */
        DONE,
        /** It failed, and that is in the store. */
        FAILED,
        /** It has not run. */
        TODO
    }

    /**
     * What a run came to.
     *
     * @param done studies that have succeeded, also earlier
     * @param failed studies that have failed, also earlier
     * @param ran studies that ran now
     * @param complete false where it was stopped before all studies had run
     */
    public record Summary(int done, int failed, int ran, boolean complete) {}

    /** Copies the list. */
    public Batch {
        tasks = List.copyOf(tasks);
    }

    /** The batch of a plan: reads the content of all inputs. */
    public static Batch of(Store store, List<StudySpec> studies, String version) throws IOException {
        InputFiles files = new InputFiles();
        List<StudyTask> tasks = new ArrayList<>();
        for (StudySpec study : studies) {
            tasks.add(StudyTask.of(
                    study, version, files.digests(study), store.files().toString()));
        }
        return new Batch(store, tasks);
    }

    /** How far a study is. */
    public State state(StudyTask task) throws IOException {
        Optional<Finished> outcome = store.find(task.key());
        if (outcome.isEmpty()) {
            return State.TODO;
        }
        return outcome.get().succeeded() ? State.DONE : State.FAILED;
    }

    /**
     * Runs what is left.
     *
     * @param retry whether studies that failed run again
     * @throws IllegalArgumentException if another process works on the store
     */
    public Summary run(Engine engine, Studies studies, boolean retry, Progress progress) throws IOException {
        Store.Lock lock = store.lock();
        try {
            return locked(engine, studies, retry, progress);
        } finally {
            lock.close();
        }
    }

    private Summary locked(Engine engine, Studies studies, boolean retry, Progress progress) throws IOException {
        int done = 0;
        int failed = 0;
        List<StudyTask> left = new ArrayList<>();
        for (StudyTask task : tasks) {
            State state = state(task);
            if (state == State.DONE) {
                done++;
            } else if (state == State.FAILED && !retry) {
                failed++;
            } else {
                left.add(task);
            }
        }
        store.begin(new Store.Start(Instant.now().truncatedTo(ChronoUnit.MILLIS), tasks));
        Tally tally = new Tally(store);
        progress.start("studies", left.size());
        engine.run(left, studies, tally::add, progress);
        int ran = tally.done.get() + tally.failed.get();
        return new Summary(done + tally.done.get(), failed + tally.failed.get(), ran, ran == left.size());
    }

    /** Counts outcomes as they come in and keeps them. */
    private static final class Tally {
        private final Store store;
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();

        Tally(Store store) {
            this.store = store;
        }

        void add(Finished outcome) throws IOException {
            store.put(outcome);
            (outcome.succeeded() ? done : failed).incrementAndGet();
        }
    }
}
