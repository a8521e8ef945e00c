package org.seprank.study.engine;

import java.io.IOException;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which engine runs studies. What they come to does not depend on it.
 *
 * @param name {@value #LOCAL}, or that of an {@link EngineKind}
 * @param master where it runs, in the kind's own words; empty: where it runs unless told
 */
public record EngineChoice(String name, String master) {
    /** The name of threads of this process. */
    public static final String LOCAL = "local";

    /** Checks what belongs together. */
    public EngineChoice {
        if (name.equals(LOCAL) && !master.isEmpty()) {
            throw new IllegalArgumentException("--master " + master + " needs --engine spark");
        }
    }

    /** Threads of this process. */
    public static EngineChoice local() {
        return new EngineChoice(LOCAL, "");
    }

    /**
     * Opens the engine.
     *
     * @param threads of this process, if it is that
     * @throws IllegalArgumentException if there is no engine of this name
     */
    public Engine open(int threads) throws IOException {
        if (name.equals(LOCAL)) {
            return new LocalEngine(threads);
        }
        for (EngineKind kind : kinds()) {
            if (kind.name().equals(name)) {
                return kind.open(master);
            }
        }
        throw new IllegalArgumentException("--engine '" + name + "' is none of "
                + Stream.concat(
                                Stream.of(LOCAL),
                                kinds().stream().map(kind -> kind.get().name()))
                        .collect(Collectors.joining(", "))
                + ", the engines on the class path");
    }

    private static ServiceLoader<EngineKind> kinds() {
        return ServiceLoader.load(EngineKind.class, EngineKind.class.getClassLoader());
    }
}
