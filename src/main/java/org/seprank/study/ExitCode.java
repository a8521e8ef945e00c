package org.seprank.study;

/** How the program ends. */
public final class ExitCode {
    /** There is an answer. */
    public static final int DONE = 0;
    /** A fault of the program. */
    public static final int INTERNAL_ERROR = 1;
    /** What was asked makes no sense. */
    public static final int USAGE = 2;
    /** A file cannot be read or written, or is malformed. */
    public static final int BAD_INPUT = 3;
    /** It ran, but what was claimed or asked for did not hold. */
    public static final int CHECK_FAILED = 4;
    /** It was asked to stop; what was finished is kept. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** That of a study that ended so. */
    public static int of(Verdict verdict) {
        return switch (verdict) {
            case ANSWERED, HELD -> DONE;
            case REFUTED -> CHECK_FAILED;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
