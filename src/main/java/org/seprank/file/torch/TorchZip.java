package org.seprank.file.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.seprank.file.FormatException;
import org.seprank.file.PickleStream;
import org.seprank.file.ReadLimits;
import org.seprank.file.ZipParts;

/** The form of PyTorch from 1.6 on: a zip archive with {@code NAME/data.pkl} and the storages {@code NAME/data/KEY}. */
final class TorchZip {
    private static final String PICKLE = "/data.pkl";
    private static final int CHUNK = 1 << 20; // larger reads are copied once more

    private final Path file;
    private final ZipParts zip;
    private final String folder;
    private final ByteOrder order;

    private TorchZip(Path file, ZipParts zip) throws IOException {
        this.file = file;
        this.zip = zip;
        List<String> pickles =
                zip.names().stream().filter(name -> name.endsWith(PICKLE)).toList();
        if (pickles.size() != 1) {
            throw FormatException.inFile(
                    file, "it has " + pickles.size() + " entries named data.pkl, not one", TorchFile.REMEDY);
        }
        folder = pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length());
        String said = zip.has(folder + "/byteorder") ? text(folder + "/byteorder") : "little";
        order = said.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    static boolean recognises(Path file) throws IOException {
        try (ZipParts zip = ZipParts.open(file, ReadLimits.defaults(), TorchFile.REMEDY)) {
            return zip.names().stream().anyMatch(name -> name.endsWith(PICKLE));
        } catch (FormatException damaged) {
            return false;
        }
    }

    static Object read(Path file, ReadLimits limits) throws IOException {
        try (ZipParts zip = ZipParts.open(file, limits, TorchFile.REMEDY)) {
            return new TorchZip(file, zip).root();
        }
    }

    private String text(String name) throws IOException {
        try (InputStream in = zip.stream(name)) {
            return new String(in.readNBytes(Long.BYTES), StandardCharsets.US_ASCII);
        }
    }

    private Object root() throws IOException {
        long most = ReadLimits.roomFor(Long.BYTES);
        byte[] pickle;
        try (InputStream in = zip.stream(folder + PICKLE)) {
            pickle = in.readNBytes((int) most);
        }
        Object root =
                PickleStream.over(file, pickle, TorchFile.REMEDY).next(TorchNames.reader(new TorchFile.Storages()));
        TorchFile.complete(file, root, this::fill);
        return root;
    }

    private void fill(TensorStorage storage, String tensor) throws IOException {
        String name = folder + "/data/" + storage.key();
        if (!zip.has(name)) {
            throw TorchFile.fault(file, tensor, "its storage '" + storage.key() + "' is not in the file");
        }
        if (zip.size(name) != storage.size()) {
            throw TorchFile.fault(
                    file,
                    tensor,
                    "its storage '" + storage.key() + "' has " + zip.size(name) + " bytes where " + storage.size()
                            + " should be");
        }
        if (storage.size() > ReadLimits.roomFor(1)) {
            throw TorchFile.fault(file, tensor, "its " + storage.size() + " bytes do not fit in memory");
        }
        byte[] bytes = new byte[storage.size()];
        try (InputStream in = zip.stream(name)) {
            for (int at = 0; at < bytes.length; at += CHUNK) {
                int wanted = Math.min(CHUNK, bytes.length - at);
                if (in.readNBytes(bytes, at, wanted) < wanted) {
                    throw TorchFile.fault(file, tensor, "its storage '" + storage.key() + "' ends early");
                }
            }
        }
        storage.fill(bytes, 0, order);
    }
}
