package org.seprank.spark.session;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.seprank.work.Progress;

/** Jobs of Spark that end when the work is asked to stop, and whose failures are told in a line. */
final class Watch {
    private static final long TURN_NANOS = 100_000_000;

    private volatile boolean ended;

    /**
     * Does the work.
     *
     * @throws CancellationException if it was asked to stop
     * @throws IOException if Spark gave up
     */
    <T> T call(SparkSession session, Progress progress, Work<T> work) throws IOException {
        Thread watcher = new Thread(() -> watch(session, progress), "cancellation");
        watcher.setDaemon(true);
        watcher.start();
        try {
            return work.run(session);
        } catch (Exception e) { // Scala's methods do not declare what they throw
            throw told(e, progress);
        } finally {
            ended = true;
        }
    }

    private void watch(SparkSession session, Progress progress) {
        while (!ended) {
            if (progress.cancelled()) {
                session.sparkContext().cancelAllJobs();
            }
            LockSupport.parkNanos(TURN_NANOS);
        }
    }

    private static IOException told(Exception problem, Progress progress) throws IOException {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        if (problem instanceof SparkException || problem instanceof AnalysisException) {
            String first =
                    String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
            return new IOException("Spark gave up: " + first, problem);
        }
        if (problem instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return problem instanceof IOException io ? io : new IOException(problem);
    }
}
