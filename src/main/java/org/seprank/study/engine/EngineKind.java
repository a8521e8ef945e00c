package org.seprank.study.engine;

import java.io.IOException;
import java.util.ServiceLoader;

/** A kind of engine beside threads of this process. Those on the class path are found by {@link ServiceLoader}. */
public interface EngineKind {
    /** By which it is asked for, such as "spark". */
    String name();

    /**
     * Opens an engine.
     *
     * @param master where it runs, in words of its own; empty: where it runs unless told
     * @throws IllegalArgumentException if there is no such place
     */
    Engine open(String master) throws IOException;
}
