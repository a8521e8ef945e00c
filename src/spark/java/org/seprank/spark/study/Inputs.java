package org.seprank.spark.study;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.seprank.study.engine.StudyTask;
import org.seprank.study.input.FileHash;

/**
 * The input files of tasks, to be had on every executor: where one of that content is there by the same name, as in a
 * folder that machines share, it is that; else it comes through Spark.
 */
final class Inputs implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What was found or written on this executor, by name and content. */
    private static final Map<String, String> PLACES = new ConcurrentHashMap<>();

    /** By content; those that are too large are not here. */
    private final SortedMap<String, Broadcast<FileTree>> sent;

    private Inputs(SortedMap<String, Broadcast<FileTree>> sent) {
        this.sent = sent;
    }

    /** All inputs of these tasks. */
    static Inputs of(List<StudyTask> tasks, JavaSparkContext spark) throws IOException {
        TreeMap<String, Broadcast<FileTree>> sent = new TreeMap<>();
        for (StudyTask task : tasks) {
            for (Map.Entry<String, String> input : task.inputs().entrySet()) {
                Path path = Path.of(input.getKey());
                if (!sent.containsKey(input.getValue()) && FileTree.size(path) <= FileTree.MOST_BYTES) {
                    sent.put(input.getValue(), spark.broadcast(FileTree.of(path)));
                }
            }
        }
        return new Inputs(sent);
    }

    /**
     * Where the inputs of a task are on this machine, by their names; those that are where they are named are left out.
     *
     * @param scratch a folder of this process's own
     */
    SortedMap<String, String> places(StudyTask task, Path scratch) throws IOException {
        TreeMap<String, String> places = new TreeMap<>();
        for (Map.Entry<String, String> input : task.inputs().entrySet()) {
            String place = place(input.getKey(), input.getValue(), scratch);
            if (!place.equals(input.getKey())) {
                places.put(input.getKey(), place);
            }
        }
        return places;
    }

    private String place(String name, String hash, Path scratch) throws IOException {
        String key = hash + " " + name;
        String known = PLACES.get(key);
        if (known != null) {
            return known;
        }
        synchronized (PLACES) {
            String place = PLACES.get(key);
            if (place == null) {
                place = isThere(Path.of(name), hash) ? name : written(name, hash, scratch);
                PLACES.put(key, place);
            }
            return place;
        }
    }

    private static boolean isThere(Path path, String hash) throws IOException {
        return Files.exists(path) && FileHash.ofAll(path).equals(hash);
    }

    private String written(String name, String hash, Path scratch) throws IOException {
        Broadcast<FileTree> tree = sent.get(hash);
        if (tree == null) {
            throw new IllegalArgumentException(name + " is not on this machine, and it is too large to be sent;"
                    + " keep it in a folder that all machines see by the same name");
        }
        Path file = scratch.resolve(hash).resolve(String.valueOf(Path.of(name).getFileName()));
        tree.value().write(file);
        return file.toString();
    }

    /** Lets executors forget them. */
    void forget() {
        sent.values().forEach(tree -> tree.destroy(false));
    }
}
