package org.seprank.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C and SIGTERM: the first one asks running work to stop, and the process waits until it has left everything
 * sound, at most ten seconds; the virtual machine then ends with exit code 130 or 143. The second one ends it at once.
 */
public final class Interruption {
    private static final long GRACE_SECONDS = 10;
    private static final int SIGNALLED = 130;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final BooleanSupplier other;
    private final CountDownLatch finished = new CountDownLatch(1);

    /** One that only its own listening, if any, requests. */
    Interruption() {
        this(() -> false);
    }

    private Interruption(BooleanSupplier other) {
        this.other = other;
    }

    /** One that another side requests. */
    public static Interruption following(BooleanSupplier other) {
        return new Interruption(other);
    }

    /** Listens from now on. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "interruption"));
    }

    private void onShutdown() {
        if (finished.getCount() == 0) {
            return;
        }
        requested.set(true);
        endAtNextSignal();
        try {
            boolean ignored = finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A virtual machine that is ending takes no notice of signals by itself; there is no interface for that but this.
     */
    private static void endAtNextSignal() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object halt = Proxy.newProxyInstance(
                    handler.getClassLoader() == null ? Interruption.class.getClassLoader() : handler.getClassLoader(),
                    new Class<?>[] {handler},
                    (proxy, method, arguments) -> {
                        Runtime.getRuntime().halt(SIGNALLED);
                        return null;
                    });
            for (String name : new String[] {"INT", "TERM"}) {
                Object one = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, one, halt);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // another virtual machine: it ends after the grace
            return;
        }
    }

    /** Whether work should stop. */
    public boolean requested() {
        return requested.get() || other.getAsBoolean();
    }

    /** Says that nothing is left to be saved. */
    void finished() {
        finished.countDown();
    }
}
