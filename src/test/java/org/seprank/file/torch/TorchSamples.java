package org.seprank.file.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The samples that {@code samples.py} beside them made. */
public final class TorchSamples {
    private TorchSamples() {}

    /** A copy of a sample in a folder. */
    public static Path copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = TorchSamples.class.getResourceAsStream("/org/seprank/dataset/torch/" + name)) {
            Files.copy(Objects.requireNonNull(in, name), file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
