package org.seprank.report.chart;

/**
 * How a figure is drawn: how wide, and what it says of itself. Text is 12 units high, so that a figure shown at its own
 * width has text of 12 pixels or 9 points.
 *
 * @param id starts the ids of its elements; figures of one page need different ones. Letters, digits, - and _
 * @param width in units, which are pixels of a screen, in {@value #NARROWEST}..{@value #WIDEST}
 * @param titled whether its title stands above it; where it is embedded, what is around says it
 * @param millimetres how wide it is printed; 0: wherever it is shown says so
 */
public record Form(String id, double width, boolean titled, double millimetres) {
    /** The least width with room for axes. */
    public static final double NARROWEST = 100;

    /** The greatest width. */
    public static final double WIDEST = 4000;

    /** The least width on paper, in millimetres. */
    public static final double NARROWEST_PRINT = 30;

    /** The greatest width on paper, in millimetres. */
    public static final double WIDEST_PRINT = 400;

    private static final double USUAL = 720;
    private static final double NARROW = 480;
    private static final double PIXELS_PER_MILLIMETRE = 96 / 25.4;

    /** Checks id and width. */
    public Form {
        if (!id.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("id '" + id + "' is not of letters, digits, - and _");
        }
        if (!(width >= NARROWEST && width <= WIDEST)) {
            throw new IllegalArgumentException("width " + width + " is not in " + NARROWEST + ".." + WIDEST);
        }
    }

    /** A document of its own, with a title. */
    public static Form alone(String id) {
        return new Form(id, USUAL, true, 0);
    }

    /** A part of a page that says the title itself. */
    public static Form embedded(String id, double width) {
        return new Form(id, width, false, 0);
    }

    /**
     * For a paper, whose caption says the title.
     *
     * @param millimetres in {@value #NARROWEST_PRINT}..{@value #WIDEST_PRINT}, such as 85 for a column
     */
    public static Form printed(double millimetres) {
        if (!(millimetres >= NARROWEST_PRINT && millimetres <= WIDEST_PRINT)) {
            throw new IllegalArgumentException(
                    "width of " + millimetres + " mm is not in " + NARROWEST_PRINT + ".." + WIDEST_PRINT + " mm");
        }
        return new Form("drawing", millimetres * PIXELS_PER_MILLIMETRE, false, millimetres);
    }

    /** A part of the same figure. */
    Form part(double partWidth) {
        return new Form(id, Math.max(NARROWEST, partWidth), true, 0);
    }

    /** Whether there is little room. */
    boolean isNarrow() {
        return width < NARROW;
    }
}
