package org.seprank.graph.io.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.seprank.file.TextLines;

/** Fields in double quotes. */
public final class Fields {
    private Fields() {}

    /**
     * The fields between blanks, where a field in double quotes may contain blanks, and a backslash makes the character
     * after it an ordinary one ({@code \n}, {@code \t}, {@code \r}: line feed, tab, carriage return).
     */
    public static List<String> quoted(TextLines lines, String line) throws IOException {
        List<String> fields = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            if (line.charAt(i) <= ' ') {
                i++;
            } else if (line.charAt(i) == '"') {
                StringBuilder field = new StringBuilder();
                i = unquote(lines, line, i + 1, field);
                fields.add(field.toString());
            } else {
                int start = i;
                while (i < line.length() && line.charAt(i) > ' ') {
                    i++;
                }
                fields.add(line.substring(start, i));
            }
        }
        return fields;
    }

    private static int unquote(TextLines lines, String line, int from, StringBuilder field) throws IOException {
        int i = from;
        while (i < line.length() && line.charAt(i) != '"') {
            char c = line.charAt(i++);
            if (c == '\\' && i < line.length()) {
                c = unescaped(line.charAt(i++));
            }
            field.append(c);
        }
        if (i == line.length()) {
            throw lines.error(
                    "a quote is not closed: \"" + TextLines.shortened(field.toString()), "add the closing quote");
        }
        return i + 1;
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    /** The text in double quotes, such that {@link #quoted} gives it back. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
