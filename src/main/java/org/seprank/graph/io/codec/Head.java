package org.seprank.graph.io.codec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
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

    private static final Pattern ELEMENT = Pattern.compile("<(?:[\\w.-]+:)?([\\w.-]+)(?=[\\s/>])");
    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

    static Head of(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return new Head(name, text.startsWith(UTF_8_MARK) ? text.substring(UTF_8_MARK.length()) : text);
    }

    /** Whether the text begins with this. */
    public boolean startsWith(String prefix) {
        return text.startsWith(prefix);
    }

    /** Whether the pattern is found in the text. */
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

    /** The text from its first line on that is neither blank nor a comment, without blanks before it. */
    public String afterComments(Predicate<String> comment) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).strip();
            if (!line.isEmpty() && !comment.test(line)) {
                return text.substring(at).stripLeading();
            }
            at += end < 0 ? text.length() : end + 1 - at;
        }
        return "";
    }

    /** The name of the first element, without its prefix, if the text is XML. */
    public Optional<String> rootElement() {
        String rest = text.stripLeading();
        while (rest.startsWith("<?") || rest.startsWith("<!")) {
            String close = rest.startsWith("<!--") ? "-->" : rest.startsWith("<?") ? "?>" : doctypeEnd(rest);
            int end = rest.indexOf(close);
            rest = end < 0 ? "" : rest.substring(end + close.length()).stripLeading();
        }
        Matcher root = ELEMENT.matcher(rest);
        return root.lookingAt() ? Optional.of(root.group(1)) : Optional.empty();
    }

    /** A document type may have declarations in brackets. */
    private static String doctypeEnd(String rest) {
        int bracket = rest.indexOf('[');
        int end = rest.indexOf('>');
        return bracket >= 0 && bracket < end ? "]>" : ">";
    }

    /** Whether the text says by its first bytes that it is UTF-16. */
    public boolean utf16() {
        return startsWith("\u00fe\u00ff") || startsWith("\u00ff\u00fe");
    }

    /** Whether there is a character that no text has. */
    public boolean binary() {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }
}
