package org.seprank.study;

/** How a study ended. */
public enum Verdict {
    /** There is an answer, and nothing was claimed. */
    ANSWERED,
    /** What was claimed held. */
    HELD,
    /** Something that was claimed did not hold. */
    REFUTED,
    /** It was asked to stop; the answer covers only what was done before. */
    INTERRUPTED;

    /** The verdict of claims that held or not, {@link #INTERRUPTED} where they could not be judged. */
    public static Verdict of(boolean complete, boolean held) {
        if (!complete) {
            return INTERRUPTED;
        }
        return held ? HELD : REFUTED;
    }

    /** The verdict of an answer without claims. */
    public static Verdict of(boolean complete) {
        return complete ? ANSWERED : INTERRUPTED;
    }
}
