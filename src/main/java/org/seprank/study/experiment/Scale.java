package org.seprank.study.experiment;

/** How much of a reproduction is run. */
public enum Scale {
    /** Seconds: whether it runs at all. */
    SMOKE,
    /** Minutes: the sample that is kept beside the program. */
    SMALL,
    /** As published, or as large as the question deserves. */
    PAPER;

    /** One of three. */
    public int of(int smoke, int small, int paper) {
        return switch (this) {
            case SMOKE -> smoke;
            case SMALL -> small;
            case PAPER -> paper;
        };
    }
}
