package org.seprank.graph.partition;

import java.util.ArrayList;
import java.util.List;

/** Text in which double quotes hide separators; inside them {@code ""} stands for one double quote. */
final class Quoted {
    private Quoted() {}

    /**
     * Cuts at every separator outside quotes, at most into so many pieces; quotes stay.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<String> split(String text, char separator, int most) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted && pieces.size() + 1 < most) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("the quote in '" + text + "' is not closed");
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    static boolean isQuoted(String piece) {
        return piece.length() >= 2 && piece.startsWith("\"") && piece.endsWith("\"");
    }

    /** The piece without the quotes around it. */
    static String plain(String piece) {
        return isQuoted(piece) ? piece.substring(1, piece.length() - 1).replace("\"\"", "\"") : piece;
    }
}
