package org.seprank.spark.study;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.seprank.spark.session.Place;
import org.seprank.study.engine.Engine;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudyTask;
import org.seprank.work.Progress;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Apache Spark: one job, a task for each study. What studies come to arrives as they end, and this process alone keeps
 * it; Spark repeats only tasks of executors that are lost before they ended.
 */
public final class SparkEngine implements Engine {
    private static final long TURN_MILLIS = 100;
    private static final int TURNS_OF_SHUTDOWN = 20;

    private final Place place;
    private @Nullable SparkSession session;

    /** One that starts Spark once there is something to run. */
    public SparkEngine(Place place) {
        this.place = place;
    }

    @Override
    public void run(List<StudyTask> tasks, Studies studies, Sink sink, Progress progress) throws IOException {
        if (tasks.isEmpty()) {
            return;
        }
        SparkSession opened = place.open("batch");
        session = opened;
        JavaSparkContext spark = new JavaSparkContext(opened.sparkContext());
        Inputs inputs = spark.isLocal() ? null : Inputs.of(tasks, spark);
        BlockingQueue<Returned> ready = new LinkedBlockingQueue<>();
        SimpleFutureAction<Void> job = submit(spark, tasks, new OnExecutor(studies, inputs), ready);
        try {
            collect(tasks.size(), job, ready, sink, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            job.cancel();
        }
        if (inputs != null && !spark.sc().isStopped()) {
            inputs.forget();
        }
    }

    /** The handler runs in the thread of Spark's scheduler, which must not wait for disks. */
    private static SimpleFutureAction<Void> submit(
            JavaSparkContext spark, List<StudyTask> tasks, OnExecutor function, BlockingQueue<Returned> ready) {
        JavaRDD<StudyTask> rdd = spark.parallelize(tasks, tasks.size());
        List<Object> partitions =
                IntStream.range(0, tasks.size()).<Object>mapToObj(i -> i).toList();
        return spark.sc()
                .submitJob(
                        rdd.rdd(),
                        function,
                        CollectionConverters.asScala(partitions).toSeq(),
                        new AbstractFunction2<Object, Returned, BoxedUnit>() {
                            @Override
                            public BoxedUnit apply(Object partition, Returned one) {
                                ready.add(one);
                                return BoxedUnit.UNIT;
                            }
                        },
                        new AbstractFunction0<Void>() {
                            @Override
                            @SuppressWarnings("NullAway") // the job has no result of its own
                            public Void apply() {
                                return null;
                            }
                        });
    }

    private static void collect(
            int count, SimpleFutureAction<Void> job, BlockingQueue<Returned> ready, Sink sink, Progress progress)
            throws IOException, InterruptedException {
        int kept = 0;
        while (kept < count) {
            boolean ended = job.isCompleted(); // before the look at the queue: nothing comes after it
            Returned one = ready.poll(ended ? 0 : TURN_MILLIS, TimeUnit.MILLISECONDS);
            if (one != null) {
                sink.accept(one.home());
                progress.advanceTo(++kept);
            } else if (ended) {
                checkStopped(job, progress);
                return;
            } else if (progress.cancelled()) {
                job.cancel();
            }
        }
    }

    /** A job ends early where it was asked to, where Spark shuts down because the process does, or where it failed. */
    private static void checkStopped(SimpleFutureAction<Void> job, Progress progress)
            throws IOException, InterruptedException {
        for (int turn = 0; turn < TURNS_OF_SHUTDOWN; turn++) {
            if (progress.cancelled()) {
                return;
            }
            Thread.sleep(TURN_MILLIS);
        }
        Throwable reason = job.value().get().failed().get();
        String first = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
        throw new IOException("Spark gave up, what had finished is kept: " + first, reason);
    }

    @Override
    public void close() throws IOException {
        if (session != null) {
            session.close();
        }
    }
}
