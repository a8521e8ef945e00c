package org.seprank.dataset.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.file.FormatException;

/**
 * A zip file of NumPy arrays. An array is read only when its declared shape, its bytes in the file and the limits
 * agree. Arrays of Python objects are never read.
 */
public final class Npz implements Closeable {
    private static final int MOST_ENTRIES = 1000;
    private static final String HINT = "save it again with numpy.savez_compressed, without Python objects";

    private final Path file;
    private final ZipFile zip;
    private final ReadLimits limits;
    private final TreeMap<String, ZipEntry> entries = new TreeMap<>();

    private Npz(Path file, ZipFile zip, ReadLimits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
    }

    static Npz open(Path file, ReadLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw Source.damaged(file, e);
        }
        Npz npz = new Npz(file, zip, limits);
        try {
            npz.list();
            return npz;
        } catch (IllegalArgumentException | IllegalStateException e) {
            zip.close(); // names that are no text
            throw FormatException.inFile(file, "the names in it are damaged", HINT)
                    .causedBy(e);
        }
    }

    private void list() {
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements() && entries.size() < MOST_ENTRIES) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            entries.put(name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name, entry);
        }
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

    /** An array of whole numbers or booleans, in the order of its indices (C order), whatever its shape. */
    public long[] integers(String name) throws IOException {
        try (InputStream in = stream(name)) {
            NpyHeader header = header(in, name, Long.BYTES);
            if (header.isReal()) {
                throw error(name, "it holds floating-point numbers where whole numbers should be");
            }
            NpyItems items = new NpyItems(in, header);
            long[] values = new long[(int) header.items()];
            if (header.columnsFirst()) {
                int rows = twoDimensions(header, name)[0];
                int columns = twoDimensions(header, name)[1];
                for (int k = 0; k < values.length; k++) {
                    values[k % rows * columns + k / rows] = items.nextInteger();
                }
            } else {
                for (int k = 0; k < values.length; k++) {
                    values[k] = items.nextInteger();
                }
            }
            return values;
        }
    }

    /** A one-dimensional array of numbers. */
    public double[] reals(String name) throws IOException {
        try (InputStream in = stream(name)) {
            NpyHeader header = header(in, name, Double.BYTES);
            NpyItems items = new NpyItems(in, header);
            double[] values = new double[(int) header.items()];
            for (int k = 0; k < values.length; k++) {
                values[k] = items.nextReal();
            }
            return values;
        }
    }

    /**
     * A two-dimensional array of numbers. Mostly empty ones that would take more than a quarter of the memory are never
     * held dense.
     */
    public Features matrix(String name) throws IOException {
        try (InputStream in = stream(name)) {
            NpyHeader header = header(in, name, 0);
            int rows = twoDimensions(header, name)[0];
            int columns = twoDimensions(header, name)[1];
            NpyItems items = new NpyItems(in, header);
            if (!header.columnsFirst() && header.items() <= ReadLimits.roomFor(Float.BYTES)) {
                float[] values = new float[(int) header.items()];
                for (int k = 0; k < values.length; k++) {
                    values[k] = (float) items.nextReal();
                }
                return DenseFeatures.over(rows, columns, values).compact();
            }
            EntryCollector entriesOf = new EntryCollector();
            for (long k = 0; k < header.items(); k++) {
                boolean down = header.columnsFirst();
                int i = (int) (down ? k % rows : k / columns);
                int j = (int) (down ? k / rows : k % columns);
                entriesOf.add(i, j, (float) items.nextReal());
            }
            return entriesOf.build(rows, columns);
        }
    }

    private int[] twoDimensions(NpyHeader header, String name) throws FormatException {
        List<Long> shape = header.shape();
        long most = ReadLimits.roomFor(Integer.BYTES);
        if (shape.size() != 2 || shape.get(0) >= most || shape.get(1) >= most) {
            throw error(name, "its shape " + shape + " is not that of a matrix");
        }
        return new int[] {shape.get(0).intValue(), shape.get(1).intValue()};
    }

    private InputStream stream(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw error(name, "there is no such array, only " + entries.keySet());
        }
        try {
            return new Source.Guarded(zip.getInputStream(entry), file, Math.max(1, entry.getCompressedSize()), limits);
        } catch (ZipException e) {
            throw Source.damaged(file, e);
        }
    }

    /** The header, after a look whether the array fits its bytes, the limits and memory. */
    private NpyHeader header(InputStream in, String name, int bytesEach) throws IOException {
        NpyHeader header = NpyHeader.read(in, place(name));
        long size = entries.get(name) == null ? 0 : entries.get(name).getSize();
        long packed = entries.get(name) == null ? 0 : entries.get(name).getCompressedSize();
        long declared = Math.addExact(header.bytes(), Math.multiplyExact(header.items(), header.itemSize()));
        if (declared != size) {
            throw error(name, "its shape " + header.shape() + " needs " + declared + " bytes, but it has " + size);
        }
        if (!limits.allow(packed, size)) {
            throw Source.tooBig(file, limits);
        }
        if (bytesEach > 0 && header.items() > ReadLimits.roomFor(bytesEach)) {
            throw error(name, "its shape " + header.shape() + " does not fit in memory");
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
