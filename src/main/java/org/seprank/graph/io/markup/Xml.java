package org.seprank.graph.io.markup;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.seprank.file.FormatException;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;

/** The elements of an XML file one by one; document type definitions and external entities are not opened. */
final class Xml implements Closeable {
    private static final Pattern ENCODING =
            Pattern.compile("\\A\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([-.:\\w]{1,40})[\"']");

    private final Input input;
    private final Reader text;
    private final XMLStreamReader reader;

    private Xml(Input input, Reader text, XMLStreamReader reader) {
        this.input = input;
        this.text = text;
        this.reader = reader;
    }

    static Xml open(Input input) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // decoded here, for the parser would print faults of the encoding to the standard error stream
        Reader text = input.text(encoding(input));
        try {
            return new Xml(input, text, factory.createXMLStreamReader(text));
        } catch (XMLStreamException e) {
            text.close();
            throw malformed(input, e);
        }
    }

    private static Charset encoding(Input input) throws IOException {
        String head = input.head().text();
        if (head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe")) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = ENCODING.matcher(head);
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            throw input.error(1, "unknown encoding '" + declared.group(1) + "'", "convert the file to UTF-8");
        }
    }

    /** Goes to the next start or end of an element and tells whether there is one. */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                reader.next();
                if (reader.isStartElement() || reader.isEndElement()) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw malformed(input, e);
        }
    }

    /** Whether this is the start of an element of that name, whatever its namespace. */
    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    /** Whether this is the start of an element. */
    boolean starts() {
        return reader.isStartElement();
    }

    /** Whether this is the end of an element of that name. */
    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** The name of the element. */
    String name() {
        return reader.getLocalName();
    }

    /** An attribute of the element that starts here. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name));
    }

    /** An attribute that the element that starts here must have. */
    String required(String name) throws IOException {
        return attribute(name).orElseThrow(() -> error("<" + name() + "> has no attribute '" + name + "'", "add it"));
    }

    /** The text of the element that starts here, without that of elements inside it, up to its end. */
    String content() throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        try {
            while (depth > 0) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (depth == 1) {
                            text.append(reader.getText());
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(input, e);
        }
        return text.toString();
    }

    /** The line, counted from 1. */
    long line() {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    /** A fault here. */
    FormatException error(String what, String hint) {
        return input.error(line(), what, hint);
    }

    private static IOException malformed(Input input, XMLStreamException e) {
        if (e.getNestedException() instanceof FormatException known) {
            return known;
        }
        String message = e.getMessage() == null ? "" : e.getMessage();
        int start = message.indexOf("Message: ");
        String reason = (start < 0 ? message : message.substring(start + "Message: ".length()))
                .replaceAll("\\s+", " ")
                .strip();
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        return input.error(line, "malformed XML: " + reason, "the file may be truncated, or not XML")
                .causedBy(e);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw malformed(input, e);
        } finally {
            text.close();
        }
    }

    /** Whether XML can hold the text. */
    static boolean holds(String text) {
        return text.codePoints().allMatch(Xml::holds);
    }

    private static boolean holds(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xd800)
                || (c > 0xdfff && c < 0xfffe)
                || c >= 0x10000;
    }

    /** The text as content or, with the quotes around it, as the value of an attribute. */
    static String escape(String text, Output output) {
        if (!holds(text)) {
            output.warn("a character that XML does not allow is replaced in a text of " + text.length());
        }
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t', '\r' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(holds(c) ? c : 0xfffd);
            }
        });
        return escaped.toString();
    }

    /** An attribute of an element. */
    static String attribute(String name, String value, Output output) {
        return " " + name + "=\"" + escape(value, output) + "\"";
    }
}
