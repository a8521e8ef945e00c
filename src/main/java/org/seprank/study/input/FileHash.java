package org.seprank.study.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.seprank.report.Block;

/** SHA-256 of files and bytes, in hexadecimal. */
public final class FileHash {
    private static final int BUFFER = 1 << 16;

    private FileHash() {}

    /** What answers say of a file. */
    public static Block.Input input(String role, Path file) throws IOException {
        return new Block.Input(role, file.toString(), of(file));
    }

    /** Of a file's content. */
    public static String of(Path file) throws IOException {
        MessageDigest sha = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            while (in.read(buffer) >= 0) {
                // the stream feeds the digest
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Of a file's content, or of the names and contents of all files in a folder. */
    public static String ofAll(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return of(path);
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(path)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        StringBuilder listing = new StringBuilder();
        for (Path file : files) {
            listing.append(of(file)).append(' ').append(path.relativize(file)).append('\n');
        }
        return of(listing.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** A new digest. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
