package org.seprank.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
    /** Counts what it is told and cancels after so many steps. */
    private static final class Recorder implements Progress {
        private final int limit;
        private final List<Long> seen = new ArrayList<>();

        Recorder(int limit) {
            this.limit = limit;
        }

        @Override
        public void start(String what, long total) {}

        @Override
        public synchronized void advanceTo(long done) {
            seen.add(done);
        }

        @Override
        public synchronized boolean cancelled() {
            return seen.size() >= limit;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyStepRunsOnce(int threads) {
        for (int count : new int[] {0, 1, 2, 1000}) {
            AtomicIntegerArray runs = new AtomicIntegerArray(count);
            Parallel.of(threads).each(count, runs::incrementAndGet);
            for (int i = 0; i < count; i++) {
                assertThat(runs.get(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void stepsRunAtTheSameTime() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch bothStarted = new CountDownLatch(2);
        Parallel.of(2).each(2, i -> {
            threads.add(Thread.currentThread());
            bothStarted.countDown();
            awaitUninterruptibly(bothStarted);
        });
        assertThat(threads).hasSize(2).contains(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureIsThrownAndEndsTheLoop(int threads) {
        AtomicInteger ran = new AtomicInteger();
        assertThatThrownBy(() -> Parallel.of(threads).each(1_000_000, i -> {
                    ran.incrementAndGet();
                    throw new IllegalStateException("step failed");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("step failed");
        assertThat(ran.get()).isBetween(1, threads);
    }

    @Test
    void aFailureOfAnotherThreadIsThrown() {
        Thread caller = Thread.currentThread();
        for (Throwable failure : List.of(new IllegalStateException("elsewhere"), new AssertionError("elsewhere"))) {
            CountDownLatch bothStarted = new CountDownLatch(2);
            assertThatThrownBy(() -> Parallel.of(2).each(2, i -> {
                        bothStarted.countDown();
                        awaitUninterruptibly(bothStarted);
                        if (Thread.currentThread() != caller) {
                            raise(failure);
                        }
                    }))
                    .isSameAs(failure);
        }
    }

    @Test
    void anInterruptIsKeptUntilTheStepsHaveEnded() {
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch otherStarted = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Parallel.of(2).each(2, i -> {
            if (Thread.currentThread() == caller) {
                awaitUninterruptibly(otherStarted);
                caller.interrupt();
            } else {
                otherStarted.countDown();
                sleep();
            }
            ended.incrementAndGet();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void progressRisesByOneAndTellsTheEnd(int threads) {
        Recorder recorder = new Recorder(Integer.MAX_VALUE);
        Parallel.of(threads).each(200, recorder, i -> {});
        assertThat(recorder.seen).hasSize(200).isSorted().startsWith(1L).endsWith(200L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void cancellingSkipsTheRest(int threads) {
        Recorder recorder = new Recorder(7);
        AtomicInteger ran = new AtomicInteger();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Parallel.of(threads).each(200, recorder, i -> ran.incrementAndGet()));
        assertThat(ran.get()).isBetween(7, 6 + threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void blocksTakeEveryStepOnceWithOneWorkerPerThread(int threads) {
        for (int count : new int[] {0, 1, 63, 5000}) {
            AtomicIntegerArray runs = new AtomicIntegerArray(count);
            AtomicInteger workers = new AtomicInteger();
            Recorder recorder = new Recorder(Integer.MAX_VALUE);
            Parallel.of(threads).blocks(count, recorder, () -> {
                workers.incrementAndGet();
                return runs::incrementAndGet;
            });
            for (int i = 0; i < count; i++) {
                assertThat(runs.get(i)).isEqualTo(1);
            }
            assertThat(workers.get()).isBetween(Math.min(1, count), threads);
            assertThat(recorder.seen).isSorted().hasSizeLessThanOrEqualTo(count);
            if (count > 0) {
                assertThat(recorder.seen).endsWith((long) count);
            }
        }
    }

    /** Three levels on as many threads: every helper is busy when the inner loops ask for one. */
    @Test
    void nestedLoopsDoNotWaitForThreads() {
        AtomicInteger ran = new AtomicInteger();
        Parallel threads = Parallel.of(3);
        threads.each(20, i -> threads.each(20, j -> threads.each(20, k -> ran.incrementAndGet())));
        assertThat(ran.get()).isEqualTo(8000);
    }

    @Test
    void theCurrentThreadsAreThoseOfTheInnermostCall() {
        Set<Parallel> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch bothStarted = new CountDownLatch(2);
        int inner = Parallel.of(3).call(() -> {
            Parallel.of(2).each(2, i -> {
                bothStarted.countDown();
                awaitUninterruptibly(bothStarted);
                seen.add(Parallel.current());
            });
            return Parallel.single().call(() -> Parallel.current().threads());
        });
        assertThat(seen).containsExactly(Parallel.of(3));
        assertThat(inner).isEqualTo(1);
        assertThat(Parallel.current()).isSameAs(Parallel.onAllProcessors());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void jobsAnswerInTheirOrder(int threads) throws IOException {
        List<Parallel.Job<Integer>> jobs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            jobs.add(progress -> {
                if (number % 10 == 7) {
                    throw new CancellationException();
                }
                return number;
            });
        }
        Recorder recorder = new Recorder(Integer.MAX_VALUE);
        List<Optional<Integer>> results = Parallel.of(threads).jobs(jobs, recorder);
        for (int i = 0; i < 50; i++) {
            assertThat(results.get(i)).isEqualTo(i % 10 == 7 ? Optional.empty() : Optional.of(i));
        }
        assertThat(recorder.seen).hasSize(50).isSorted().endsWith(50L);
    }

    /** The other job would never end if it were not told, and an interrupt would break what it writes. */
    @Test
    void aFailedJobStopsTheOthersAndIsThrown() {
        CountDownLatch bothStarted = new CountDownLatch(2);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicInteger later = new AtomicInteger();
        List<Parallel.Job<Integer>> jobs = List.of(
                progress -> {
                    bothStarted.countDown();
                    awaitUninterruptibly(bothStarted);
                    throw new IOException("disk full");
                },
                progress -> {
                    bothStarted.countDown();
                    while (!progress.cancelled()) {
                        Thread.onSpinWait();
                    }
                    interrupted.set(Thread.interrupted());
                    return 1;
                },
                progress -> later.incrementAndGet());
        assertThatThrownBy(() -> Parallel.of(2).jobs(jobs, Progress.none()))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(interrupted).isFalse();
        assertThat(later).hasValue(0);
    }

    @Test
    void jobsOfACancelledWholeStillHandOverWhatTheyHave() throws IOException {
        List<Parallel.Job<String>> jobs = List.of(progress -> "stored", progress -> {
            assertThat(progress.cancelled()).isTrue();
            throw new CancellationException();
        });
        assertThat(Parallel.single().jobs(jobs, Progress.stoppedBy(() -> true)))
                .containsExactly(Optional.of("stored"), Optional.empty());
    }

    @Test
    void otherThreadsAreDaemons() {
        CountDownLatch bothStarted = new CountDownLatch(2);
        Set<Boolean> daemons = ConcurrentHashMap.newKeySet();
        Thread caller = Thread.currentThread();
        Parallel.of(2).each(2, i -> {
            bothStarted.countDown();
            awaitUninterruptibly(bothStarted);
            if (Thread.currentThread() != caller) {
                daemons.add(Thread.currentThread().isDaemon());
            }
        });
        assertThat(daemons).containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1025})
    void refusesThreadCountsOutOfRange(int threads) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parallel.of(threads))
                .withMessage("thread count " + threads + " is not in 1..1024");
    }

    private static void raise(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
