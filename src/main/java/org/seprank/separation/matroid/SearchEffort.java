package org.seprank.separation.matroid;

/**
 * How much work a search may be. Whatever is left out, what is found stays a bound.
 *
 * @param exactClasses up to how many classes common independent sets are exact
 * @param entries how many entries one sparse elimination may subtract
 */
record SearchEffort(int exactClasses, long entries) {
    private static final int EXACT_CLASSES = 100;
    private static final long ENTRIES = 200_000_000;

    /** So many times a fraction of a second for each search. */
    static SearchEffort of(int times) {
        return new SearchEffort(EXACT_CLASSES * times, ENTRIES * times);
    }
}
