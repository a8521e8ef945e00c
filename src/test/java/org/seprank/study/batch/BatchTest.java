package org.seprank.study.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.study.Context;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.LocalEngine;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.StudyTask;
import org.seprank.work.Progress;

class BatchTest {
    private static final LocalEngine TWO = new LocalEngine(2);

    @TempDir
    private Path folder;

    private Store store(String name) {
        return Store.of(folder.resolve(name));
    }

    static StudySpec depth(int depth) {
        return new StudySpec(
                "analyze", new TreeMap<>(java.util.Map.of("depth", List.of("" + depth), "input", List.of("g"))));
    }

    private Batch batch(String name, int... depths) throws IOException {
        List<StudySpec> studies =
                java.util.Arrays.stream(depths).mapToObj(BatchTest::depth).toList();
        return Batch.of(store(name), studies, "1.0");
    }

    @Test
    void whatIsDoneIsNotRepeated() throws Exception {
        CountingRunner runner = CountingRunner.start();
        assertThat(batch("a", 1, 2, 3).run(TWO, runner, false, Progress.none()))
                .isEqualTo(new Batch.Summary(3, 0, 3, true));
        assertThat(batch("a", 1, 2, 3, 4).run(TWO, runner, false, Progress.none()))
                .isEqualTo(new Batch.Summary(4, 0, 1, true));
        assertThat(runner.log()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void failuresAreKeptWithTheirCauseAndRunAgainOnlyOnDemand() throws Exception {
        CountingRunner runner = CountingRunner.start();
        Batch batch = batch("a", 12, 13, 14, 15);
        assertThat(batch.run(TWO, runner, false, Progress.none())).isEqualTo(new Batch.Summary(2, 2, 4, true));
        Finished.Result diverged =
                batch.store().find(batch.tasks().get(1).key()).orElseThrow().result();
        assertThat(diverged)
                .isEqualTo(new Finished.Result(
                        4, JsonNodeFactory.instance.objectNode(), "training diverged in epoch 3: the loss is NaN"));
        Finished.Result thrown =
                batch.store().find(batch.tasks().get(2).key()).orElseThrow().result();
        assertThat(thrown.exitCode()).isEqualTo(1);
        assertThat(thrown.error()).contains("a fault");
        assertThat(batch.run(TWO, runner, false, Progress.none())).isEqualTo(new Batch.Summary(2, 2, 0, true));
        assertThat(batch.run(TWO, runner, true, Progress.none())).isEqualTo(new Batch.Summary(2, 2, 2, true));
        assertThat(runner.log()).hasSize(6);
    }

    @Test
    void aStoppedBatchGoesOnWhereItWas() throws Exception {
        CountingRunner runner = CountingRunner.start();
        Progress third = new Progress() {
            @Override
            public void start(String what, long total) {}

            @Override
            public void advanceTo(long done) {}

            @Override
            public boolean cancelled() {
                return runner.log().size() >= 3;
            }
        };
        Batch batch = batch("a", 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Batch.Summary stopped = batch.run(new LocalEngine(1), runner, false, third);
        assertThat(stopped).isEqualTo(new Batch.Summary(3, 0, 3, false));
        assertThat(batch.run(TWO, runner, false, Progress.none())).isEqualTo(new Batch.Summary(9, 0, 6, true));
        assertThat(runner.log()).hasSize(9).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void outcomesDoNotDependOnThreads(int threads) throws Exception {
        Batch one = batch("one", 1, 2, 3, 4, 5);
        one.run(new LocalEngine(1), CountingRunner.start(), false, Progress.none());
        Batch many = batch("many", 1, 2, 3, 4, 5);
        many.run(new LocalEngine(threads), CountingRunner.start(), false, Progress.none());
        assertThat(results(many)).isEqualTo(results(one)).hasSize(5);
    }

    private static List<Finished.Result> results(Batch batch) throws IOException {
        return batch.store().all().stream().map(Finished::result).toList();
    }

    @Test
    void keysFollowSpecificationVersionAndContent() throws Exception {
        Path graph = folder.resolve("g.txt");
        Files.writeString(graph, "0 1\n");
        String before = key(graph, "3", "1.0");
        assertThat(key(graph, "3", "1.0")).isEqualTo(before).matches("[0-9a-f]{64}");
        assertThat(key(graph, "4", "1.0")).isNotEqualTo(before);
        assertThat(key(graph, "3", "1.1")).isNotEqualTo(before);
        Files.writeString(graph, "0 2\n");
        assertThat(key(graph, "3", "1.0")).isNotEqualTo(before);
    }

    @Test
    void filesThatOptionsNameBelongToTheKey() throws Exception {
        Path edits = folder.resolve("edits.csv");
        Path data = Files.createDirectory(folder.resolve("data"));
        for (String value : List.of(edits.toString(), "file:" + edits, edits + "#label", data.toString())) {
            Files.writeString(edits, "a");
            Files.writeString(data.resolve("x"), "a");
            String before = key(Path.of(value), "3", "1.0");
            Files.writeString(edits, "b");
            Files.writeString(data.resolve("x"), "b");
            assertThat(key(Path.of(value), "3", "1.0")).as(value).isNotEqualTo(before);
        }
    }

    private String key(Path input, String depth, String version) throws IOException {
        StudySpec spec = new StudySpec(
                "analyze",
                new TreeMap<>(java.util.Map.of("depth", List.of(depth), "input", List.of(input.toString()))));
        return Batch.of(store("a"), List.of(spec), version).tasks().get(0).key();
    }

    @Test
    void oneProcessWorksOnAFolderAtATime() throws Exception {
        Batch batch = batch("a", 1);
        try (Store.Lock lock = batch.store().lock()) {
            assertThat(lock).isNotNull();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> batch.run(TWO, CountingRunner.start(), false, Progress.none()))
                    .withMessageContaining("is in use by another run");
        }
        assertThat(batch.run(TWO, CountingRunner.start(), false, Progress.none())
                        .done())
                .isEqualTo(1);
    }

    @Test
    void whatKilledWritersLeftIsSweptAndNeverRead() throws Exception {
        Batch batch = batch("a", 1, 2);
        Path outcomes = Files.createDirectories(folder.resolve("a/outcomes"));
        Files.writeString(
                outcomes.resolve("." + batch.tasks().get(0).key() + ".json.999999999999-0.tmp"), "{\"torn\":");
        assertThat(batch.run(TWO, CountingRunner.start(), false, Progress.none())
                        .ran())
                .isEqualTo(2);
        try (Stream<Path> files = Files.list(outcomes)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(2)
                    .allMatch(n -> n.endsWith(".json"));
        }
    }

    @Test
    void damagedOutcomesAreNamed() throws Exception {
        Batch batch = batch("a", 1);
        batch.run(TWO, CountingRunner.start(), false, Progress.none());
        Path file = folder.resolve("a/outcomes/" + batch.tasks().get(0).key() + ".json");
        Files.writeString(file, "{}");
        assertThatIOException()
                .isThrownBy(() -> batch.store().all())
                .withMessageContaining(file + ": it is damaged: key 'schema' is missing");
    }

    @Test
    void aStoreThatCannotBeWrittenEndsTheRun() {
        List<StudyTask> tasks = java.util.stream.IntStream.range(0, 9)
                .mapToObj(i -> new StudyTask("k" + i, depth(i), "1", new TreeMap<>(), "f"))
                .toList();
        CountingRunner runner = CountingRunner.start();
        assertThatIOException()
                .isThrownBy(() -> new LocalEngine(1)
                        .run(
                                tasks,
                                runner,
                                outcome -> {
                                    throw new IOException("disk full");
                                },
                                Progress.none()))
                .withMessage("disk full");
        assertThat(runner.log()).hasSize(1);
    }

    @Test
    void tasksAndOutcomesTravel() throws Exception {
        Batch batch = batch("a", 1);
        Studies studies = task -> CountingRunner.answer(task.spec().words(task.folder()));
        StudyTask task = (StudyTask) travelled(batch.tasks().get(0));
        assertThat(task).isEqualTo(batch.tasks().get(0));
        Finished finished = Finished.of(task, (Studies) travelled(studies), Context.of(Progress.none()));
        assertThat(travelled(finished)).isEqualTo(finished);
        batch.store().lock().close();
        batch.store().put(finished);
        assertThat(batch.store().find(task.key())).contains(finished);
    }

    private static Object travelled(Object object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
