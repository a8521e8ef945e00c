package org.seprank.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelLoopTest {
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
        try (ParallelLoop loop = ParallelLoop.of(threads)) {
            for (int count : new int[] {0, 1, 2, 1000}) {
                AtomicIntegerArray runs = new AtomicIntegerArray(count);
                loop.run(count, runs::incrementAndGet);
                for (int i = 0; i < count; i++) {
                    assertThat(runs.get(i)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void stepsRunAtTheSameTime() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch bothStarted = new CountDownLatch(2);
        try (ParallelLoop loop = ParallelLoop.of(2)) {
            loop.run(2, i -> {
                threads.add(Thread.currentThread());
                bothStarted.countDown();
                awaitUninterruptibly(bothStarted);
            });
        }
        assertThat(threads).hasSize(2).contains(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureIsThrownAndEndsTheLoop(int threads) {
        AtomicInteger ran = new AtomicInteger();
        try (ParallelLoop loop = ParallelLoop.of(threads)) {
            assertThatThrownBy(() -> loop.run(1_000_000, i -> {
                        ran.incrementAndGet();
                        throw new IllegalStateException("step failed");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("step failed");
        }
        assertThat(ran.get()).isBetween(1, threads);
    }

    @Test
    void aFailureOfAnotherThreadIsThrown() {
        Thread caller = Thread.currentThread();
        for (Throwable failure : List.of(new IllegalStateException("elsewhere"), new AssertionError("elsewhere"))) {
            CountDownLatch bothStarted = new CountDownLatch(2);
            try (ParallelLoop loop = ParallelLoop.of(2)) {
                assertThatThrownBy(() -> loop.run(2, i -> {
                            bothStarted.countDown();
                            awaitUninterruptibly(bothStarted);
                            if (Thread.currentThread() != caller) {
                                raise(failure);
                            }
                        }))
                        .isSameAs(failure);
            }
        }
    }

    @Test
    void anInterruptIsKeptUntilTheStepsHaveEnded() {
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch otherStarted = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        try (ParallelLoop loop = ParallelLoop.of(2)) {
            loop.run(2, i -> {
                if (Thread.currentThread() == caller) {
                    awaitUninterruptibly(otherStarted);
                    caller.interrupt();
                } else {
                    otherStarted.countDown();
                    sleep();
                }
                ended.incrementAndGet();
            });
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void progressRisesByOneAndTellsTheEnd(int threads) {
        Recorder recorder = new Recorder(Integer.MAX_VALUE);
        try (ParallelLoop loop = ParallelLoop.of(threads)) {
            assertThat(loop.run(200, recorder, i -> {})).isTrue();
        }
        assertThat(recorder.seen).hasSize(200).isSorted().startsWith(1L).endsWith(200L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void cancellingSkipsTheRest(int threads) {
        Recorder recorder = new Recorder(7);
        AtomicInteger ran = new AtomicInteger();
        try (ParallelLoop loop = ParallelLoop.of(threads)) {
            assertThat(loop.run(200, recorder, i -> ran.incrementAndGet())).isFalse();
        }
        assertThat(ran.get()).isBetween(7, 7 + threads);
    }

    @Test
    void aLoopNeedsAThread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParallelLoop.of(0))
                .withMessageContaining("0");
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
