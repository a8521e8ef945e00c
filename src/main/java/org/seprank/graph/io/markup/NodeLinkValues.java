package org.seprank.graph.io.markup;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.io.codec.JsonText;
import org.seprank.graph.io.codec.Output;

/** Writes columns of attributes as entries of JSON objects. */
final class NodeLinkValues {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
    private static final Pattern REAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final Attributes columns;
    private final Set<String> taken;
    private final JsonGenerator json;
    private final Output output;

    /**
     * Columns.
     *
     * @param taken names that are in use
     */
    NodeLinkValues(Attributes columns, Set<String> taken, JsonGenerator json, Output output) {
        this.columns = columns;
        this.taken = taken;
        this.json = json;
        this.output = output;
        columns.names().stream()
                .filter(taken::contains)
                .forEach(name -> output.warn("the attribute '" + name + "' is written as '" + name + "_'"));
    }

    /** Writes the values of a row. */
    void write(int row) throws IOException {
        for (String name : columns.names()) {
            Optional<String> value = columns.value(name, row);
            if (value.isPresent()) {
                write(name, taken.contains(name) ? name + "_" : name, value.get());
            }
        }
    }

    private void write(String name, String key, String value) throws IOException {
        switch (columns.type(name)) {
            case BOOLEAN -> json.writeBooleanField(key, value.equals("true"));
            case INTEGER, REAL -> number(name, key, value);
            case STRUCTURE -> structure(key, value);
            case TEXT -> json.writeStringField(key, value);
        }
    }

    private void structure(String key, String value) throws IOException {
        if (JsonText.parse(value).isPresent()) {
            json.writeFieldName(key);
            json.writeRawValue(value);
        } else {
            json.writeStringField(key, value);
        }
    }

    private void number(String name, String key, String value) throws IOException {
        String plain = plain(value);
        if (plain.isEmpty()) {
            output.warn("values of '" + TextLines.shortened(name)
                    + "' that are no finite numbers are left out, for JSON has none");
        } else {
            json.writeFieldName(key);
            json.writeRawValue(plain);
        }
    }

    /** The number as JSON spells it, empty if it is not finite. */
    private static String plain(String value) {
        if (NUMBER.matcher(value).matches()) {
            return value;
        }
        if (WHOLE.matcher(value).matches()) {
            return new BigInteger(value).toString();
        }
        double real = REAL.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
        return Double.isFinite(real) ? Output.number(real) : "";
    }
}
