package org.seprank.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomicFileTest {
    private static final String NO_PROCESS = "999999999999";

    @TempDir
    Path folder;

    /** The ways to write. */
    enum Way {
        WRITE {
            @Override
            void write(Path path, AtomicFile.Content content) throws IOException {
                AtomicFile.write(path, content);
            }
        },
        DURABLY {
            @Override
            void write(Path path, AtomicFile.Content content) throws IOException {
                AtomicFile.writeDurably(path, content);
            }
        };

        abstract void write(Path path, AtomicFile.Content content) throws IOException;
    }

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessReplacesWhatWasThere(Way way) throws IOException {
        Path file = folder.resolve("a.txt");
        for (String text : List.of("first", "second")) {
            way.write(file, text(text));
            assertThat(Files.readString(file)).isEqualTo(text);
            assertThat(files()).containsExactly(file);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureLeavesWhatWasThere(Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> way.write(file, out -> {
                    text("new").writeTo(out);
                    throw new IOException("disk full");
                }))
                .hasMessage(file + ": it cannot be written: disk full");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(files()).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource
    void linksAreFollowed(Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        way.write(link, text("new"));
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource
    void foldersAreMadeOnlyWhenAskedFor(Way way) throws IOException {
        Path file = folder.resolve("b/c/a.txt");
        assertThatThrownBy(() -> way.write(file, text("new")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("b/c") + ": no such folder");
        assertThat(files()).isEmpty();
        AtomicFile.makeFolder(file);
        way.write(file, text("new"));
        assertThat(Files.readString(file)).isEqualTo("new");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDeviceIsAnError() {
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/dev/full"), text("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        assertThat(Path.of("/dev/full")).exists();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipesAreWrittenToDirectly() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        AtomicFile.write(pipe, text("through"));
        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("through");
        assertThat(files()).containsExactly(pipe);
    }

    @Test
    void whatKilledWritersLeftGoesWithTheNextWriteOfTheFile() throws IOException {
        Path own = left("a.txt", NO_PROCESS);
        Path other = left("b.txt", NO_PROCESS);
        Path alive = left("a.txt", Long.toString(ProcessHandle.current().pid()));
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, text("new"));
        assertThat(own).doesNotExist();
        assertThat(files()).containsExactlyInAnyOrder(alive, other, file);
    }

    @Test
    void sweepingRemovesWhatNoLivingProcessWrites() throws IOException {
        Path kept = left("a.txt", Long.toString(ProcessHandle.current().pid()));
        Path file = Files.writeString(folder.resolve(".hidden.tmp"), "no temporary file of ours");
        left("b.txt", NO_PROCESS);
        Path before = left("c.txt", Long.toString(ProcessHandle.current().pid()));
        Files.setLastModifiedTime(before, FileTime.from(Instant.EPOCH)); // of a process that had the same number
        AtomicFile.sweep(folder);
        assertThat(files()).containsExactlyInAnyOrder(kept, file);
    }

    private Path left(String name, String process) throws IOException {
        return Files.writeString(folder.resolve("." + name + "." + process + "-7.tmp"), "torn");
    }

    /** Before the work whose result it would hold. */
    @Test
    void aFolderIsNoFileToWrite() {
        assertThatThrownBy(() -> AtomicFile.checkFile(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + ": it is a folder; name a file");
        assertThatThrownBy(() -> AtomicFile.write(folder, text("a"))).isInstanceOf(FileSystemException.class);
    }
}
