package org.seprank.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * A zip file of NumPy arrays. An array is read only when its declared shape, its bytes in the file and the limits
 * agree. Arrays of Python objects are never read.
 */
public final class Npz implements Closeable {
    private static final int MOST_ENTRIES = 1000;
    private static final String HINT = "save it again with numpy.savez_compressed, without Python objects";

    private final Path file;
    private final ZipParts zip;
    private final ReadLimits limits;
    private final TreeMap<String, String> entries = new TreeMap<>();

    private Npz(Path file, ZipParts zip, ReadLimits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
        for (String name :
                zip.names().subList(0, Math.min(MOST_ENTRIES, zip.names().size()))) {
            entries.put(name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name, name);
        }
    }

    /**
     * Opens a file. The caller closes it.
     *
     * @throws FormatException if it is no zip file
     */
    public static Npz open(Path file, ReadLimits limits) throws IOException {
        return new Npz(file, ZipParts.open(file, limits, HINT), limits);
    }

    /** The names of the arrays, sorted. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** Whether there is an array of that name. */
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The lengths of the dimensions of an array. */
    public List<Long> shape(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return NpyHeader.read(in, place(name)).shape();
        }
    }

    /** Whether an array holds truth values. */
    public boolean holdsTruth(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return NpyHeader.read(in, place(name)).kind() == 'b';
        }
    }

    /** Takes the cells of a matrix. */
    @FunctionalInterface
    public interface CellSink {
        /** Takes a cell. */
        void cell(int row, int column, double value);
    }

    /** An array of whole numbers or booleans, in the order of its indices (C order), whatever its shape. */
    public long[] integers(String name) throws IOException {
        try (InputStream in = stream(name)) {
            NpyHeader header = header(in, name, Long.BYTES);
            if (header.isReal()) {
                throw error(name, "it holds floating-point numbers where whole numbers should be");
            }
            NpyItems items = new NpyItems(in, header, place(name));
            long[] values = new long[(int) header.items()];
            if (!header.columnsFirst()) {
                items.nextIntegers(values);
                return values;
            }
            for (int k = 0; k < values.length; k++) {
                values[header.rowMajor(k)] = items.nextInteger();
            }
            return values;
        }
    }

    /** A text of at most so many bytes, kept as an array of its UTF-8 bytes. */
    public String text(String name, int most) throws IOException {
        long size = shape(name).stream().reduce(1L, Math::multiplyExact);
        if (size > most) {
            throw error(name, "it has " + size + " bytes, more than " + most);
        }
        long[] values = integers(name);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw error(name, "it is not UTF-8 text").causedBy(e);
        }
    }

    /** An array of numbers, in the order of its indices (C order), whatever its shape. */
    public double[] reals(String name) throws IOException {
        try (InputStream in = stream(name)) {
            NpyHeader header = header(in, name, Double.BYTES);
            NpyItems items = new NpyItems(in, header, place(name));
            double[] values = new double[(int) header.items()];
            for (int k = 0; k < values.length; k++) {
                values[header.rowMajor(k)] = items.nextReal();
            }
            return values;
        }
    }

    /**
     * The numbers of rows and columns of an array that fits its bytes and the limits.
     *
     * @throws FormatException if it has another number of dimensions, or more of one than memory has room for
     */
    public int[] matrixShape(String name) throws IOException {
        try (InputStream in = stream(name)) {
            List<Long> shape = header(in, name, 0).shape();
            long most = ReadLimits.roomFor(Integer.BYTES);
            if (shape.size() != 2 || shape.get(0) >= most || shape.get(1) >= most) {
                throw error(name, "its shape " + shape + " is not that of a matrix");
            }
            return new int[] {shape.get(0).intValue(), shape.get(1).intValue()};
        }
    }

    /** Hands over the cells of a matrix one by one in the order of the file, so that memory need not hold them. */
    public void cells(String name, CellSink sink) throws IOException {
        int[] shape = matrixShape(name);
        int rows = shape[0];
        int columns = shape[1];
        try (InputStream in = stream(name)) {
            NpyHeader header = header(in, name, 0);
            NpyItems items = new NpyItems(in, header, place(name));
            for (long k = 0; k < header.items(); k++) {
                boolean down = header.columnsFirst();
                sink.cell(
                        (int) (down ? k % rows : k / columns), (int) (down ? k / rows : k % columns), items.nextReal());
            }
        }
    }

    private InputStream stream(String name) throws IOException {
        String entry = entries.get(name);
        if (entry == null) {
            throw error(name, "there is no such array, only " + entries.keySet());
        }
        return zip.stream(entry);
    }

    /** The header, after a look whether the array fits its bytes, the limits and memory. */
    private NpyHeader header(InputStream in, String name, int bytesEach) throws IOException {
        NpyHeader header = NpyHeader.read(in, place(name));
        String entry = entries.getOrDefault(name, name);
        long size = zip.size(entry);
        long packed = zip.packedSize(entry);
        long declared = Math.addExact(header.bytes(), Math.multiplyExact(header.items(), header.itemSize()));
        if (declared != size) {
            throw error(name, "its shape " + header.shape() + " needs " + declared + " bytes, but it has " + size);
        }
        if (!limits.allow(packed, size)) {
            throw GuardedStream.tooBig(file, limits);
        }
        if (bytesEach > 0 && header.items() > ReadLimits.roomFor(bytesEach)) {
            throw FormatException.inFile(
                    file,
                    "array '" + name + "' of shape " + header.shape() + " takes more than a quarter of Java's "
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
                    "give Java more memory, as in SEPRANK_OPTS=-Xmx"
                            + Math.max(1, (5 * header.items() * bytesEach) >> 30) + "g");
        }
        return header;
    }

    private NpyHeader.Place place(String name) {
        return what -> error(name, what);
    }

    /** A fault of one array. */
    public FormatException error(String name, String what) {
        return FormatException.inFile(file, "array '" + name + "': " + what, HINT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
