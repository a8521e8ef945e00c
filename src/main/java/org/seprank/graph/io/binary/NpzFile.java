package org.seprank.graph.io.binary;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.seprank.file.FormatException;

/** A NumPy archive: named arrays, read when asked for. */
public final class NpzFile implements Closeable {
    /** Deflation shrinks by at most about 1032; an entry that claims more lies about its size. */
    private static final long MOST_SHRINKAGE = 1100;

    private final Path path;
    private final ZipFile zip;

    private NpzFile(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /**
     * Opens an archive.
     *
     * @throws FormatException if the file is none
     */
    public static NpzFile open(Path path) throws IOException {
        try {
            return new NpzFile(path, new ZipFile(path.toFile()));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(path, e);
        }
    }

    private static FormatException damaged(Path path, Exception cause) {
        return FormatException.inFile(path, "the archive is damaged: " + cause.getMessage(), "get the file again")
                .causedBy(cause);
    }

    /** Whether there is an array of that name. */
    public boolean has(String name) {
        return zip.getEntry(name + ".npy") != null;
    }

    /** The sizes of the dimensions of an array. */
    public List<Integer> shape(String name) throws IOException {
        try (DataInputStream in = new DataInputStream(open(entry(name)))) {
            return NpyArray.header(path, name, in).shape();
        } catch (ZipException | EOFException e) {
            throw damaged(path, e);
        }
    }

    /** An array. */
    public NpyArray array(String name) throws IOException {
        ZipEntry entry = entry(name);
        if (entry.getSize() > MOST_SHRINKAGE * (1 + entry.getCompressedSize())) {
            throw NpyArray.fault(path, name, "claims " + entry.getSize() + " bytes");
        }
        try (InputStream in = open(entry)) {
            return NpyArray.read(path, name, in, entry.getSize());
        } catch (ZipException | EOFException e) {
            throw damaged(path, e);
        }
    }

    private InputStream open(ZipEntry entry) throws IOException {
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    private ZipEntry entry(String name) throws FormatException {
        ZipEntry entry = zip.getEntry(name + ".npy");
        if (entry == null) {
            throw FormatException.inFile(
                    path, "no array '" + name + "'", "a graph archive has 'edges' and 'node_labels'");
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
