package org.seprank.cli;

import org.seprank.study.Verdict;

/** How the program ends. */
final class ExitCode {
    static final int DONE = 0;
    static final int INTERNAL_ERROR = 1;
    static final int USAGE = 2;
    static final int BAD_INPUT = 3;
    static final int CHECK_FAILED = 4;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** That of a study that ended so. */
    static int of(Verdict verdict) {
        return switch (verdict) {
            case ANSWERED, HELD -> DONE;
            case REFUTED -> CHECK_FAILED;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
