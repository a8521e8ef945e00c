package org.seprank.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The entries of a zip file, read within the limits and with their checksums. Every fault is one of the file. */
public final class ZipParts implements Closeable {
    private static final int BYTES_PER_ENTRY = 1000;

    private final Path file;
    private final ZipFile zip;
    private final ReadLimits limits;
    private final TreeMap<String, ZipEntry> entries = new TreeMap<>();

    private ZipParts(Path file, ZipFile zip, ReadLimits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
    }

    /**
     * Opens a file. The caller closes it.
     *
     * @param remedy what to do about damaged names
     * @throws FormatException if it is no zip file
     */
    public static ZipParts open(Path file, ReadLimits limits, String remedy) throws IOException {
        GuardedStream.requireFile(file);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw GuardedStream.damaged(file, e);
        } catch (IllegalArgumentException e) {
            throw unnamed(file, e, remedy);
        }
        ZipParts parts = new ZipParts(file, zip, limits);
        try {
            parts.list();
            return parts;
        } catch (IllegalArgumentException | IllegalStateException e) {
            zip.close();
            throw unnamed(file, e, remedy);
        }
    }

    /** Whether a file begins as zip files do. */
    public static boolean isZip(Path file) throws IOException {
        GuardedStream.requireFile(file);
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    /** Names that are no text. */
    private static FormatException unnamed(Path file, RuntimeException cause, String remedy) {
        return FormatException.inFile(file, "the names in it are damaged", remedy)
                .causedBy(cause);
    }

    private void list() {
        Enumeration<? extends ZipEntry> all = zip.entries();
        long most = ReadLimits.roomFor(BYTES_PER_ENTRY);
        while (all.hasMoreElements() && entries.size() < most) {
            ZipEntry entry = all.nextElement();
            entries.put(entry.getName(), entry);
        }
    }

    /** The names of the entries, sorted. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** Whether there is an entry of that name. */
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("there is no entry '" + name + "'");
        }
        return entry;
    }

    /** The number of bytes of an entry, unpacked. */
    public long size(String name) {
        return entry(name).getSize();
    }

    /** The number of bytes that an entry takes in the file. */
    long packedSize(String name) {
        return entry(name).getCompressedSize();
    }

    /** The bytes of an entry, unpacked. */
    public InputStream stream(String name) throws IOException {
        ZipEntry entry = entry(name);
        try {
            InputStream checked = new ChecksummedStream(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
            return new GuardedStream(checked, file, Math.max(1, entry.getCompressedSize()), limits);
        } catch (ZipException e) {
            throw GuardedStream.damaged(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
