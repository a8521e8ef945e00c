package org.seprank.spark.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.seprank.file.Folders;
import org.seprank.study.Context;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.StudyTask;
import org.seprank.study.input.GraphInput;
import org.seprank.study.set.GraphRow;
import org.seprank.study.set.GraphStudy;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/** Asks a study about every graph of a partition, one after the other; memory is that of one graph. */
final class AskedOfEach implements FlatMapFunction<Iterator<GraphItem>, ItemRow> {
    private static final long serialVersionUID = 1L;
    private static final String REWIRED = "rewired.s6";

    private final Studies studies;
    private final StudySpec spec;
    private final boolean rewired;
    private final String location;

    /**
     * A study.
     *
     * @param spec of it, without what it is asked about
     * @param location where the graphs are, as it is said in what the study refuses
     * @param rewired whether the graph after edits is wanted
     */
    AskedOfEach(Studies studies, StudySpec spec, String location, boolean rewired) {
        this.studies = studies;
        this.spec = spec;
        this.location = location;
        this.rewired = rewired;
    }

    @Override
    public Iterator<ItemRow> call(Iterator<GraphItem> items) throws IOException {
        if (!items.hasNext()) {
            return List.<ItemRow>of().iterator();
        }
        Path scratch = Files.createTempDirectory("seprank-rewired-");
        TaskContext here = TaskContext.get();
        here.addTaskCompletionListener(context -> {
            try {
                Folders.remove(scratch);
            } catch (IOException e) {
                // it is among temporary files
                return;
            }
        });
        GraphStudy study = study(scratch);
        Context context = Context.of(Progress.stoppedBy(here::isInterrupted)).withThreads(1);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public ItemRow next() {
                return row(study, items.next(), context, scratch.resolve(REWIRED));
            }
        };
    }

    private GraphStudy study(Path scratch) throws IOException {
        TreeMap<String, List<String>> options = new TreeMap<>(spec.options());
        options.put(StudySpec.INPUT, List.of(location));
        if (rewired) {
            options.put("graph-out", List.of(scratch.resolve(REWIRED).toString()));
        }
        StudySpec whole = new StudySpec(spec.command(), options);
        return (GraphStudy) studies.of(new StudyTask("", whole, "", new TreeMap<>(), ""));
    }

    private ItemRow row(GraphStudy study, GraphItem item, Context context, Path after) {
        try {
            GraphInput input = GraphInput.unlabelled(item.content().graph(), location, "");
            GraphRow row = Parallel.single().call(() -> GraphRow.of(study, input, context));
            boolean written = rewired && Files.exists(after);
            String line = written ? Files.readString(after).strip() : "";
            Files.deleteIfExists(after);
            return ItemRow.of(item, row, line);
        } catch (IOException | IllegalArgumentException unreadable) {
            return ItemRow.unread(item, String.valueOf(unreadable.getMessage()));
        }
    }
}
