package org.seprank.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that does not hold what its format asks for. Its message names the file, the place and the offending value;
 * {@link #hint} says what to do about it. Long values in it are cut and control characters escaped, see
 * {@link OneLine}.
 */
public final class FormatException extends IOException {
    private static final Pattern NAMED = Pattern.compile("'(.+?)'(?= \\(code|:|$| )");

    /** Where a fault is; a number less than 0 says nothing. */
    private record Place(long line, long offset) {
        String text() {
            if (line >= 0) {
                return "line " + line + ": ";
            }
            return offset >= 0 ? "byte " + offset + ": " : "";
        }
    }

    private final String path;
    private final Place place;
    private final String what;
    private final String hint;

    private FormatException(Path path, Place place, String what, String hint) {
        super("cannot read " + OneLine.escaped(path.toString()) + ": " + place.text() + OneLine.of(what));
        this.path = path.toString();
        this.place = place;
        this.what = OneLine.of(what);
        this.hint = hint;
    }

    /**
     * A fault in a line of a text file.
     *
     * @param line counted from 1
     * @param what the fault, naming the offending value, such as {@code expected two vertices, found 'a'}
     * @param hint the remedy
     */
    public static FormatException atLine(Path path, long line, String what, String hint) {
        return new FormatException(path, new Place(line, -1), what, hint);
    }

    /**
     * A fault at a place of a binary file.
     *
     * @param offset bytes before the fault
     */
    public static FormatException atByte(Path path, long offset, String what, String hint) {
        return new FormatException(path, new Place(-1, offset), what, hint);
    }

    /** A fault of the whole file. */
    public static FormatException inFile(Path path, String what, String hint) {
        return new FormatException(path, new Place(-1, -1), what, hint);
    }

    /** A fault of JSON text, where the parser met it. */
    public static FormatException inJson(Path path, JsonProcessingException fault, String hint) {
        long line = fault.getLocation() == null ? 1 : fault.getLocation().getLineNr();
        FormatException found = atLine(path, line, jsonFault(fault), hint);
        found.initCause(fault);
        return found;
    }

    /** What a fault of reading says, and its remedy where it names one, in one line. */
    public static String withRemedy(IOException fault) {
        return fault instanceof FormatException named
                ? named.getMessage() + "; " + named.hint()
                : String.valueOf(fault.getMessage());
    }

    /** What is wrong with JSON text, without the parser's advice to programmers. */
    public static String jsonFault(JsonProcessingException fault) {
        String said = String.valueOf(fault.getOriginalMessage());
        if (fault instanceof StreamConstraintsException) {
            return "malformed JSON: a text, a number or the levels of lists exceed what is read";
        }
        if (fault instanceof JsonEOFException) {
            return "malformed JSON: the text ends before it is complete";
        }
        Matcher named = NAMED.matcher(said);
        if (!named.find()) {
            return "malformed JSON";
        }
        return said.startsWith("Duplicate")
                ? "malformed JSON: '" + named.group(1) + "' comes twice"
                : "malformed JSON: '" + named.group(1) + "' does not belong there";
    }

    /** The file. */
    public String path() {
        return path;
    }

    /** The line, counted from 1, if the fault has one. */
    public OptionalLong line() {
        return place.line() < 0 ? OptionalLong.empty() : OptionalLong.of(place.line());
    }

    /** The byte offset, if the fault has one. */
    public OptionalLong offset() {
        return place.offset() < 0 ? OptionalLong.empty() : OptionalLong.of(place.offset());
    }

    /** The fault alone, without file and place. */
    public String what() {
        return what;
    }

    /** The remedy. */
    public String hint() {
        return hint;
    }

    /** This fault with what underlies it. */
    public FormatException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }
}
