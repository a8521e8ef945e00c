package org.seprank.graph.io.markup;

import java.util.Locale;

/** The first words of a DOT file, {@code strict graph ID} or {@code digraph}, and the comments between them. */
final class DotHeader {
    private final String text;
    private int at;

    private DotHeader(String text) {
        this.text = text;
    }

    /** Whether the text begins like DOT. */
    static boolean recognises(String text) {
        DotHeader header = new DotHeader(text);
        String word = header.word();
        if (word.equals("strict")) {
            word = header.word();
        }
        if (!word.equals("digraph") && !word.equals("graph")) {
            return false;
        }
        header.word();
        header.skipComments();
        return header.sees("{");
    }

    /** The next word in lower case or string, empty if there is none. */
    private String word() {
        skipComments();
        int start = at;
        if (sees("\"")) {
            do {
                at++;
            } while (at < text.length() && (!sees("\"") || text.charAt(at - 1) == '\\'));
            at = Math.min(at + 1, text.length());
        } else {
            while (at < text.length() && isLetter(text.charAt(at))) {
                at++;
            }
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c >= 0x80;
    }

    private void skipComments() {
        while (at < text.length()) {
            if (text.charAt(at) <= ' ') {
                at++;
            } else if (sees("//") || sees("#")) {
                skipTo("\n");
            } else if (sees("/*")) {
                at += 2;
                skipTo("*/");
            } else {
                return;
            }
        }
    }

    private boolean sees(String start) {
        return text.startsWith(start, at);
    }

    /** Goes behind the next occurrence, or to the end. */
    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }
}
