package org.seprank.study.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.study.Context;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Threads of this process. Only the outcomes at hand are in memory.
 *
 * @param threads how many studies run at the same time; a study has all threads to itself only where this is 1
 */
public record LocalEngine(int threads) implements Engine {
    /** Checks the range. */
    public LocalEngine {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is not positive");
        }
    }

    @Override
    public void run(List<StudyTask> tasks, Studies studies, Sink sink, Progress progress) throws IOException {
        Parallel each = threads == 1 ? Parallel.current() : Parallel.single();
        Object turn = new Object();
        List<Parallel.Job<Boolean>> jobs = new ArrayList<>();
        for (StudyTask task : tasks) {
            jobs.add(member -> {
                Context context = Context.of(member).withThreads(each.threads());
                Finished finished = each.call(() -> Finished.of(task, studies, context));
                synchronized (turn) {
                    sink.accept(finished);
                }
                return true;
            });
        }
        Parallel.of(threads)
                .jobs(jobs.stream().map(LocalEngine::unlessCancelled).toList(), progress);
    }

    /** A job that has not begun when the whole is asked to stop does not begin. */
    private static Parallel.Job<Boolean> unlessCancelled(Parallel.Job<Boolean> job) {
        return member -> {
            if (member.cancelled()) {
                throw new CancellationException();
            }
            return job.run(member);
        };
    }
}
