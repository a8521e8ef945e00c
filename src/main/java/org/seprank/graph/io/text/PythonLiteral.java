package org.seprank.graph.io.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seprank.file.ReadLimits;

/** A dictionary as Python writes it, such as {@code {'weight': 3, 'tags': ['a', None]}}. */
final class PythonLiteral {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A number, perhaps inside NumPy's name of its type. */
    private static final String DIGITS = "([-+]?(?:\\d{1,400}(?:\\.\\d{0,400})?|\\.\\d{1,400})(?:[eE][-+]?\\d{1,3})?)";

    private static final Pattern NUMBER = Pattern.compile("(?:np|numpy)\\.\\w{1,20}\\(" + DIGITS + "\\)|" + DIGITS);

    private static final Pattern WORD = Pattern.compile("(?:np\\.|numpy\\.)?([A-Za-z]+_?)|-inf");

    private final String text;
    private int at;
    private int depth;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** The text as JSON, empty if it is no dictionary; what is no number is null. */
    static Optional<JsonNode> dictionary(String text) {
        try {
            PythonLiteral literal = new PythonLiteral(text);
            JsonNode value = literal.value();
            literal.skipBlanks();
            return value.isObject() && literal.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private JsonNode value() {
        if (++depth > ReadLimits.DEEPEST) {
            throw new Malformed();
        }
        JsonNode value = switch (peek()) {
            case '{' -> object();
            case '[' -> array(']');
            case '(' -> array(')');
            case '\'', '"' -> JSON.textNode(string());
            default -> scalar();
        };
        depth--;
        return value;
    }

    private char peek() {
        skipBlanks();
        if (at == text.length()) {
            throw new Malformed();
        }
        return text.charAt(at);
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private boolean accept(char c) {
        boolean found = peek() == c;
        at += found ? 1 : 0;
        return found;
    }

    private void require(char c) {
        if (!accept(c)) {
            throw new Malformed();
        }
    }

    private ObjectNode object() {
        ObjectNode object = JSON.objectNode();
        require('{');
        while (!accept('}')) {
            JsonNode key = value();
            require(':');
            object.set(key.isTextual() ? key.textValue() : key.toString(), value());
            if (peek() != '}') {
                require(',');
            }
        }
        return object;
    }

    private ArrayNode array(char close) {
        ArrayNode array = JSON.arrayNode();
        at++;
        while (!accept(close)) {
            array.add(value());
            if (peek() != close) {
                require(',');
            }
        }
        return array;
    }

    private JsonNode scalar() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            String digits = number.group(1) == null ? number.group(2) : number.group(1);
            return digits.matches("[-+]?\\d+")
                    ? JSON.numberNode(new BigInteger(digits))
                    : JSON.numberNode(new BigDecimal(digits));
        }
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            throw new Malformed();
        }
        at = word.end();
        return switch (word.group()) {
            case "True", "np.True_" -> JSON.booleanNode(true);
            case "False", "np.False_" -> JSON.booleanNode(false);
            case "None", "nan", "inf", "-inf", "np.nan", "np.inf" -> JSON.nullNode();
            default -> throw new Malformed();
        };
    }

    private String string() {
        char quote = text.charAt(at++);
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            string.append(c == '\\' && at < text.length() ? escaped() : Character.toString(c));
        }
        require(quote);
        return string.toString();
    }

    private String escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'x' -> character(2);
            case 'u' -> character(4);
            case 'U' -> character(8);
            case '\\', '\'', '"' -> Character.toString(c);
            default -> "\\" + c;
        };
    }

    private String character(int digits) {
        int end = at + digits;
        if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]+")) {
            throw new Malformed();
        }
        long c = Long.parseLong(text.substring(at, end), 16);
        at = end;
        if (c > Character.MAX_CODE_POINT) {
            throw new Malformed();
        }
        return Character.toString((int) c);
    }
}
