package org.seprank.study.engine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.seprank.file.AtomicFile;
import org.seprank.file.Folders;

/**
 * A folder of outcomes: {@code outcomes/KEY.json} each, {@code files/KEY} for what studies write, {@code start.json}
 * with the studies of the last start, {@code lock} while a process works on it. An outcome that is there is whole; it
 * stays through a kill of the process and a loss of power.
 */
public final class Store {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDING = ".json";
    private static final String START = "seprank/start/2";

    private final Path folder;

    /**
     * The last start of a batch.
     *
     * @param started when
     * @param tasks its studies
     */
    public record Start(Instant started, List<StudyTask> tasks) {
        /** Copies the list. */
        public Start {
            tasks = List.copyOf(tasks);
        }
    }

    /** The right to add outcomes, until it is closed. */
    public static final class Lock implements AutoCloseable {
        private final FileLock held;

        private Lock(FileLock held) {
            this.held = held;
        }

        @Override
        public void close() throws IOException {
            held.acquiredBy().close();
        }
    }

    private Store(Path folder) {
        this.folder = folder;
    }

    /** The store of a folder, which need not be there yet. */
    public static Store of(Path folder) {
        return new Store(folder);
    }

    /**
     * The store of a folder that a batch has worked on.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Store existing(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        Store store = new Store(folder);
        if (!Files.isDirectory(store.outcomes())) {
            throw new IllegalArgumentException(
                    folder + " is no folder of outcomes; seprank batch PLAN --out makes one");
        }
        return store;
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** In which studies have folders of their own. */
    public Path files() {
        return folder.resolve("files");
    }

    private Path outcomes() {
        return folder.resolve("outcomes");
    }

    /**
     * Keeps other processes out.
     *
     * @throws IllegalArgumentException if another one is in
     */
    public Lock lock() throws IOException {
        Files.createDirectories(outcomes());
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Optional<FileLock> held = tryLock(channel);
        if (held.isEmpty()) {
            channel.close();
            throw new IllegalArgumentException(
                    folder + " is in use by another run; wait for it, or name another folder with --out");
        }
        AtomicFile.sweep(outcomes());
        return new Lock(held.get());
    }

    /** Whether a process works on it now. */
    public boolean inUse() throws IOException {
        Path lock = folder.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return tryLock(channel).isEmpty();
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException sameProcess) {
            return Optional.empty();
        }
    }

    /** Adds an outcome, and before it what the study wrote. */
    public void put(Finished outcome) throws IOException {
        if (outcome.task().spec().hasFolder()) {
            Folders.sync(Path.of(outcome.task().folder()));
        }
        byte[] json = outcome.toJson();
        AtomicFile.writeDurably(file(outcome.task().key()), out -> out.write(json));
    }

    private Path file(String key) {
        return outcomes().resolve(key + ENDING);
    }

    /** The outcome of a study, if it has one. */
    public Optional<Finished> find(String key) throws IOException {
        return Files.exists(file(key)) ? Optional.of(read(file(key))) : Optional.empty();
    }

    /** The keys of all outcomes, in order; none where there is no such folder. */
    public List<String> keys() throws IOException {
        if (!Files.isDirectory(outcomes())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outcomes())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /** All outcomes: those of the last start in its order, then others in the order of their keys. */
    public List<Finished> all() throws IOException {
        TreeMap<String, Finished> left = new TreeMap<>();
        for (String key : keys()) {
            Finished outcome = read(file(key));
            left.put(outcome.task().key(), outcome);
        }
        List<Finished> all = new ArrayList<>();
        for (StudyTask task : start().map(Start::tasks).orElse(List.of())) {
            Finished outcome = left.remove(task.key());
            if (outcome != null) {
                all.add(outcome);
            }
        }
        all.addAll(left.values());
        return all;
    }

    private Finished read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String key = name.substring(0, name.length() - ENDING.length());
        return StoredJson.read(
                file,
                "remove it and its study runs again",
                json -> Finished.parse(json, key, files().resolve(key).toString()));
    }

    /** Says which studies are about to run. */
    public void begin(Start start) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("schema", START);
        node.put("started", start.started().toString());
        ArrayNode studies = node.putArray("studies");
        for (StudyTask task : start.tasks()) {
            ObjectNode study = studies.addObject();
            study.put("key", task.key());
            study.put("command", task.spec().command());
            study.set("options", JSON.valueToTree(task.spec().options()));
        }
        byte[] text = (node.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.writeDurably(folder.resolve("start.json"), out -> out.write(text));
    }

    /** The last start, if there was one. */
    public Optional<Start> start() throws IOException {
        Path file = folder.resolve("start.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(
                StoredJson.read(file, "remove it and start the batch again; what has finished stays", this::start));
    }

    private Start start(StoredJson json) {
        json.requireSchema(START);
        List<StudyTask> tasks = new ArrayList<>();
        for (StoredJson study : json.objects("studies")) {
            String key = study.key();
            StudySpec spec = new StudySpec(study.text("command"), study.lists("options"));
            tasks.add(new StudyTask(
                    key, spec, "", new TreeMap<>(), files().resolve(key).toString()));
        }
        return new Start(json.instant("started"), tasks);
    }
}
