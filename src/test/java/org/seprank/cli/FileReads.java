package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Counts how many bytes of a file this virtual machine reads. */
final class FileReads {
    private FileReads() {}

    /** Something that reads. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** The bytes of {@code file} that are read meanwhile; twice the size of the file where all of it is read twice. */
    static long of(Path file, Work work) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileRead").withoutThreshold().withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            return bytes(recording, file);
        }
    }

    private static long bytes(Recording recording, Path file) throws IOException {
        Path dump = Files.createTempFile("reads", ".jfr");
        try {
            recording.dump(dump);
            long bytes = 0;
            for (RecordedEvent event : RecordingFile.readAllEvents(dump)) {
                if (file.toString().equals(event.getString("path"))) {
                    bytes += Math.max(0, event.getLong("bytesRead"));
                }
            }
            return bytes;
        } finally {
            Files.delete(dump);
        }
    }
}
