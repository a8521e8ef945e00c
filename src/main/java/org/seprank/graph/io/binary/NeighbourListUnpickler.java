package org.seprank.graph.io.binary;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Unpickler;

/**
 * Unpickles a dictionary of lists of integers, which may be a {@code collections.defaultdict(list)}, and refuses every
 * instruction that such a pickle does not need; so nothing of a file's choosing is ever constructed.
 */
final class NeighbourListUnpickler extends Unpickler {
    /** PROTO, MARK, STOP, integers, list and dictionary building, TUPLE1, REDUCE, memo. */
    private static final String INSTRUCTIONS = "\u0080(.KMJ]ea}us\u0085Rqrhj";

    private static final char GLOBAL = 'c';
    private static final int LONGEST_NAME = 100;

    private final Counted bytes;

    NeighbourListUnpickler(InputStream in) {
        this.bytes = new Counted(in);
    }

    Object load() throws IOException {
        return load(bytes);
    }

    /** The number of bytes taken so far. */
    long offset() {
        return bytes.count;
    }

    @Override
    protected Object dispatch(short instruction) throws IOException {
        if (instruction == GLOBAL) {
            String name = name() + "." + name();
            stack.add(constructor(name));
            return NO_RETURN_VALUE;
        }
        if (INSTRUCTIONS.indexOf(instruction) < 0) {
            throw new PickleException("instruction " + instruction + " is not allowed");
        }
        return super.dispatch(instruction);
    }

    private static IObjectConstructor constructor(String name) {
        return switch (name) {
            case "collections.defaultdict" -> arguments -> new LinkedHashMap<Object, Object>();
            case "__builtin__.list", "builtins.list" ->
                arguments -> {
                    throw new PickleException("a list is not made this way");
                };
            default -> throw new PickleException("'" + name + "' is not allowed");
        };
    }

    private String name() throws IOException {
        StringBuilder name = new StringBuilder();
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0 || name.length() == LONGEST_NAME) {
                throw new PickleException("a name does not end");
            }
            name.append((char) c);
        }
        return name.toString();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
