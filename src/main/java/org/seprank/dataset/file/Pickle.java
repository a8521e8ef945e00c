package org.seprank.dataset.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Unpickler;
import org.seprank.file.FormatException;

/**
 * Python pickles of numbers, strings, lists, dictionaries, NumPy arrays and SciPy's compressed rows, protocols 0 to 3.
 * A pickle that names any other class is refused, as are opcodes that could call anything and lengths beyond the end of
 * the file; nothing of the kind is registered with the unpickler for other users in the process.
 *
 * <p>What comes back: {@link Long}, {@link Integer}, {@link String}, {@link Boolean}, {@link java.util.List},
 * {@link Map}, {@link PickledArray}, {@link PickledRows}.
 */
public final class Pickle {
    private static final int ROOM_FACTOR = 16; // unpickled objects take about this many bytes per byte of the pickle

    private Pickle() {}

    /** The one object in a file. */
    public static Object read(Source source, Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open(file)) {
            bytes = in.readNBytes((int) ReadLimits.roomFor(ROOM_FACTOR));
            if (in.read() >= 0) {
                throw FormatException.inFile(file, "it is too large to unpickle", "give Java more memory with -Xmx");
            }
        }
        try {
            return new Whitelisted().loads(bytes);
        } catch (PickleException | IOException e) {
            throw fault(file, e);
        } catch (RuntimeException | StackOverflowError e) {
            // the unpickler trusts its input: a damaged one shows as a cast, an index or an empty stack in its inside
            throw fault(file, e);
        }
    }

    private static FormatException fault(Path file, Throwable e) {
        String reason = e instanceof PickleException && e.getMessage() != null ? e.getMessage() : "it is damaged";
        return FormatException.inFile(
                        file, "not a pickle of plain data: " + reason, "get the file again from its publisher")
                .causedBy(e);
    }

    /** Unpickles with constructors of its own instead of the process-wide ones. */
    private static final class Whitelisted extends Unpickler {
        private static final String OPCODES =
                "(.0NIJKMLFGSTUVX)t]l}daesupqrghjRb\u0080\u0081\u0085\u0086\u0087\u0088\u0089" + "\u008aBCc";

        private static final Map<String, IObjectConstructor> CONSTRUCTORS = new TreeMap<>(Map.of(
                "numpy.core.multiarray _reconstruct",
                arguments -> new PickledArray(),
                "numpy._core.multiarray _reconstruct",
                arguments -> new PickledArray(),
                "numpy ndarray",
                Name.constructor("ndarray"),
                "numpy dtype",
                PickledArray.Type::of,
                "copy_reg _reconstructor",
                Whitelisted::reconstructed,
                "__builtin__ object",
                Name.constructor("object"),
                "scipy.sparse.csr csr_matrix",
                new PickledRows.Constructor(),
                "scipy.sparse._csr csr_matrix",
                new PickledRows.Constructor(),
                "collections defaultdict",
                arguments -> new LinkedHashMap<>(),
                "__builtin__ list",
                Name.constructor("list")));

        private static Object reconstructed(Object[] arguments) {
            if (arguments.length > 0 && arguments[0] instanceof PickledRows.Constructor constructor) {
                return constructor.construct(arguments);
            }
            throw new PickleException("it reconstructs a class that is not allowed");
        }

        @Override
        protected Object dispatch(short key) throws IOException {
            if (OPCODES.indexOf(key) < 0) {
                throw new PickleException("opcode " + key + " is not allowed");
            }
            return switch (key) {
                case 'c' -> named();
                case 'b' -> built();
                case 'T', 'B', 'X' -> {
                    checkLength();
                    yield super.dispatch(key);
                }
                default -> super.dispatch(key);
            };
        }

        private Object named() throws IOException {
            String name = line() + " " + line();
            IObjectConstructor constructor = CONSTRUCTORS.get(name);
            if (constructor == null) {
                throw new PickleException("it names the class '" + name.replace(' ', '.') + "', which is not allowed");
            }
            stack.add(constructor);
            return NO_RETURN_VALUE;
        }

        private String line() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int c = input.read(); c >= 0 && c != '\n' && text.length() < 200; c = input.read()) {
                text.append((char) c);
            }
            return text.toString();
        }

        private Object built() {
            Object state = stack.pop();
            if (!(stack.peek() instanceof Stateful target)) {
                throw new PickleException("it sets the state of an object that has none");
            }
            target.setState(state);
            return NO_RETURN_VALUE;
        }

        /** Before the unpickler takes memory for a string: does the file have so many bytes? */
        private void checkLength() throws IOException {
            input.mark(Integer.BYTES);
            byte[] length = input.readNBytes(Integer.BYTES);
            input.reset();
            long declared = 0;
            for (int i = length.length - 1; i >= 0; i--) {
                declared = declared << Byte.SIZE | Byte.toUnsignedLong(length[i]);
            }
            if (declared > input.available()) {
                throw new PickleException("a string of " + declared + " bytes is longer than the file");
            }
        }

        @Override
        public Object loads(byte[] bytes) throws IOException {
            return load(new ByteArrayInputStream(bytes));
        }
    }

    /** A class that is only named, never made. */
    private record Name(String name) {
        static IObjectConstructor constructor(String name) {
            return arguments -> new Name(name);
        }
    }

    /** An object whose content follows its making. */
    interface Stateful {
        /** Takes the content. */
        void setState(Object state);
    }

    /** The bytes of a string that stands for bytes: Latin-1, as the unpickler decodes them. */
    static byte[] bytes(Object data) {
        if (data instanceof byte[] raw) {
            return raw;
        }
        if (data instanceof String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        throw new PickleException("an array's data is not a string");
    }
}
