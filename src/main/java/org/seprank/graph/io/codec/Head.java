package org.seprank.graph.io.codec;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The beginning of a file, for telling its format: at most {@value #SIZE} bytes, unpacked, as ISO 8859-1 text without a
 * byte order mark.
 *
 * @param name the file's name in lower case without {@code .gz}
 * @param text the beginning
 */
public record Head(String name, String text) {
    /** How many bytes a head has at most. */
    public static final int SIZE = 1 << 16;

    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

    static Head of(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return new Head(name, text.startsWith(UTF_8_MARK) ? text.substring(UTF_8_MARK.length()) : text);
    }

    /** Whether the text begins with this. */
    public boolean startsWith(String prefix) {
        return text.startsWith(prefix);
    }

    /** Whether the pattern is found in the text; a pattern that shall match at the beginning says so with \A. */
    public boolean has(Pattern pattern) {
        return pattern.matcher(text).find();
    }

    /** The first line, without its end. */
    public String firstLine() {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(0, end);
    }

    /** Whether there is a character that no text has. */
    public boolean binary() {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }
}
