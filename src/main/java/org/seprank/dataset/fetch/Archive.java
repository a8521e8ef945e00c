package org.seprank.dataset.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.seprank.file.AtomicFile;
import org.seprank.file.FormatException;
import org.seprank.file.ReadLimits;

/** Unpacks a zip archive into a folder, never outside of it and never beyond the limits. */
final class Archive {
    private static final int MOST_ENTRIES = 10_000;
    private static final String HINT = "it is not kept; fetch it again";

    private final Path file;
    private final Path folder;
    private final ReadLimits limits;
    private long unpacked;

    private Archive(Path file, Path folder, ReadLimits limits) {
        this.file = file;
        this.folder = folder.toAbsolutePath().normalize();
        this.limits = limits;
    }

    static void unpack(Path file, Path folder, ReadLimits limits) throws IOException {
        new Archive(file, folder, limits).unpack();
    }

    private void unpack() throws IOException {
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++count > MOST_ENTRIES) {
                    throw fault("it has more than " + MOST_ENTRIES + " files");
                }
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.getName().indexOf('\\') >= 0) { // a folder to some, a part of a name to others
                    throw fault("'" + entry.getName() + "' has a backslash in its name");
                }
                if (!target.startsWith(folder)) {
                    throw fault("'" + entry.getName() + "' leads out of the folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    write(zip, target);
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw fault("the archive is damaged").causedBy(e);
        }
        if (count == 0) {
            throw fault("it is not a zip archive, or an empty one");
        }
    }

    private void write(InputStream in, Path target) throws IOException {
        AtomicFile.makeFolder(target);
        long packed = Files.size(file);
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                unpacked += got;
                if (!limits.allow(packed, unpacked)) {
                    throw fault("it unpacks to more than " + limits.bytes() + " bytes or " + limits.ratio()
                            + " times its size");
                }
                out.write(buffer, 0, got);
            }
        }
    }

    private FormatException fault(String what) {
        return FormatException.inFile(file, what, HINT);
    }
}
