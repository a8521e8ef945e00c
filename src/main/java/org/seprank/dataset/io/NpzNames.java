package org.seprank.dataset.io;

import java.io.IOException;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.Npz;

/** Which arrays a zip file has, for recognising it. */
final class NpzNames {
    private NpzNames() {}

    static boolean has(Source source, String name) throws IOException {
        byte[] head = source.head(2);
        if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
            return false;
        }
        try (Npz npz = source.npz(source.path())) {
            return npz.has(name);
        } catch (FormatException e) {
            return false;
        }
    }
}
