package org.seprank.file;

import java.util.regex.Pattern;

/**
 * Text of unknown origin made fit for a message: one line without control characters, in which no quoted value is
 * longer than {@value #LONGEST_VALUE} characters and which is not much longer than {@value #LONGEST} itself.
 */
public final class OneLine {
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST = 1000;
    private static final int LONGEST_END = 200;
    private static final Pattern LONG_VALUE = Pattern.compile("'([^']{" + LONGEST_VALUE + "})[^']+'");

    private OneLine() {}

    /** The text with long values cut and control characters as escapes such as {@code \u001b}. */
    public static String of(String text) {
        String values = LONG_VALUE.matcher(escaped(text)).replaceAll("'$1..'");
        return values.length() > LONGEST + LONGEST_END
                ? values.substring(0, LONGEST) + " .. " + values.substring(values.length() - LONGEST_END)
                : values;
    }

    /** The text with control characters, and those that turn the direction of writing, as escapes. */
    public static String escaped(String text) {
        if (text.codePoints().noneMatch(OneLine::misleads)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                plain.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
            } else if (misleads(c)) {
                plain.append("\\u").append(Integer.toHexString(c | 0x10000).substring(1));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    private static boolean misleads(int c) {
        return Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c >= 0x200e && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
