package org.seprank.study.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.seprank.file.FormatException;

/** Cells in a file, which this process alone writes to while it is open. */
final class CellsFile implements Cells {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SPECIFICATION = "specification";

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Map<String, Double>> finished = new ConcurrentHashMap<>();

    private CellsFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static CellsFile open(Path file, String specification, boolean resume) throws IOException {
        if (Files.exists(file) && !resume) {
            throw new IllegalArgumentException(
                    file
                            + " holds finished cells of an earlier run: go on with --resume, or remove it, or choose another --out");
        }
        Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(file, channel);
            CellsFile cells = new CellsFile(file, channel);
            cells.read(specification);
            return cells;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException thisProcess) {
            // reported below like another process
        }
        throw new IllegalArgumentException(file + " is in use by another run; choose another --out");
    }

    /** Reads whole lines, cuts off what a killed run left after them, and begins a file that has none. */
    private void read(String specification) throws IOException {
        // bytes that are no text become characters that no cell has
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String first = JSON.createObjectNode().put(SPECIFICATION, specification) + "\n";
        int end = text.lastIndexOf('\n') + 1;
        if (end == 0) {
            if (!first.startsWith(text)) { // not what a run that was killed at once leaves
                throw damaged(1);
            }
            channel.truncate(0);
            append(JSON.createObjectNode().put(SPECIFICATION, specification));
            return;
        }
        String[] lines = text.substring(0, end - 1).split("\n", -1);
        checkSpecification(lines[0], specification);
        for (int i = 1; i < lines.length; i++) {
            remember(parsed(lines[i], i + 1), i + 1);
        }
        long bytes = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(bytes);
        channel.position(bytes);
    }

    private void checkSpecification(String line, String specification) throws FormatException {
        JsonNode first = parsed(line, 1).path(SPECIFICATION);
        if (!first.isTextual()) {
            throw damaged(1);
        }
        if (!first.textValue().equals(specification)) {
            throw new IllegalArgumentException(file + " holds cells of another run, of " + first.textValue()
                    + " instead of " + specification + ": remove it, or choose another --out");
        }
    }

    private void remember(JsonNode cell, int line) throws FormatException {
        JsonNode key = cell.path("key");
        JsonNode values = cell.path("values");
        if (!key.isTextual() || !values.isObject()) {
            throw damaged(line);
        }
        Map<String, Double> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            map.put(value.getKey(), number(value.getValue(), line));
        }
        if (finished.put(key.textValue(), Collections.unmodifiableMap(map)) != null) {
            throw damaged(line); // a run writes every cell once
        }
    }

    /** Numbers that JSON has no form for are words. */
    private double number(JsonNode value, int line) throws FormatException {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw damaged(line);
        };
    }

    private JsonNode parsed(String line, int number) throws FormatException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw damaged(number);
        }
    }

    private FormatException damaged(int line) {
        return FormatException.atLine(
                file,
                line,
                "no cell of an experiment",
                line == 1 ? "choose another --out" : "remove that line: what it held is worked out again");
    }

    @Override
    public Map<String, Double> of(String key, Work work) throws IOException {
        Map<String, Double> known = finished.get(key);
        if (known != null) {
            return known;
        }
        Map<String, Double> values = Collections.unmodifiableMap(new LinkedHashMap<>(work.run()));
        ObjectNode cell = JSON.createObjectNode().put("key", key);
        ObjectNode numbers = cell.putObject("values");
        values.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                numbers.put(name, value);
            } else {
                numbers.put(name, Double.toString(value));
            }
        });
        append(cell);
        finished.put(key, values);
        return values;
    }

    private synchronized void append(ObjectNode line) throws IOException {
        ByteBuffer left = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (left.hasRemaining()) {
            channel.write(left);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
