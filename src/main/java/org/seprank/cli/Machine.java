package org.seprank.cli;

import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Numbers;
import org.seprank.report.Value;

/** Where and how long an answer was made; it does not depend on this. */
final class Machine {
    private Machine() {}

    /** This machine, and the time since {@code startNanos}. */
    static Block since(long startNanos) {
        Runtime machine = Runtime.getRuntime();
        return Document.of("run")
                .facts(
                        "run",
                        "Machine and duration",
                        "java",
                        Value.of(Runtime.version().toString()),
                        "system",
                        Value.of(System.getProperty("os.name") + " " + System.getProperty("os.arch")),
                        "processors",
                        Value.of(machine.availableProcessors()),
                        "memory_limit",
                        Value.of(Numbers.bytes((double) machine.maxMemory())),
                        "duration",
                        Value.of(Numbers.duration((System.nanoTime() - startNanos) / 1e9)))
                .build()
                .blocks()
                .get(0);
    }
}
