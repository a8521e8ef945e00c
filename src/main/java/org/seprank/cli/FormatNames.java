package org.seprank.cli;

import java.util.Arrays;
import java.util.Iterator;
import org.seprank.graph.io.GraphFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of graph formats on the command line. */
final class FormatNames implements Iterable<String>, ITypeConverter<GraphFormat> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(GraphFormat.values()).map(GraphFormat::id).iterator();
    }

    @Override
    public GraphFormat convert(String name) {
        try {
            return GraphFormat.of(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
