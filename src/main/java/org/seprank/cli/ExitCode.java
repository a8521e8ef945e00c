package org.seprank.cli;

/** How the program ends. */
final class ExitCode {
    static final int DONE = 0;
    static final int INTERNAL_ERROR = 1;
    static final int USAGE = 2;
    static final int BAD_INPUT = 3;
    static final int CHECK_FAILED = 4;
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
