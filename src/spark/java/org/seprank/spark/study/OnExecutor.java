package org.seprank.spark.study;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.jspecify.annotations.Nullable;
import org.seprank.file.Folders;
import org.seprank.study.Context;
import org.seprank.study.engine.FilePlaces;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudyTask;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Runs the one study of a partition. */
final class OnExecutor extends AbstractFunction1<Iterator<StudyTask>, Returned> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Studies studies;
    private final @Nullable Inputs inputs;

    /**
     * One for these studies.
     *
     * @param inputs null where executors are this process
     */
    OnExecutor(Studies studies, @Nullable Inputs inputs) {
        this.studies = studies;
        this.inputs = inputs;
    }

    @Override
    public Returned apply(Iterator<StudyTask> tasks) {
        StudyTask task = tasks.next();
        TaskContext here = TaskContext.get();
        Progress progress = Progress.stoppedBy(here::isInterrupted);
        Context context = Context.of(progress).withThreads(1);
        try {
            return inputs == null
                    ? new Returned(run(task, new FilePlaces(new TreeMap<>()), context), FileTree.empty(), false)
                    : away(task, inputs, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finished run(StudyTask task, FilePlaces places, Context context) throws IOException {
        return Parallel.single().call(() -> Finished.of(task, places, studies, context));
    }

    private Returned away(StudyTask task, Inputs sent, Context context) throws IOException {
        Path scratch = Scratch.folder();
        SortedMap<String, String> names = sent.places(task, scratch);
        if (!task.spec().hasFolder()) {
            return new Returned(run(task, new FilePlaces(names), context), FileTree.empty(), true);
        }
        // two attempts at a task may be here at the same time
        Path folder = scratch.resolve(task.key() + "-" + TaskContext.get().taskAttemptId());
        names.put(task.folder(), folder.toString());
        try {
            FilePlaces places = new FilePlaces(names);
            return packed(run(task, places, context), folder, places);
        } finally {
            Folders.remove(folder);
        }
    }

    private static Returned packed(Finished finished, Path folder, FilePlaces places) throws IOException {
        try {
            return new Returned(finished, FileTree.of(folder).with(places::restored), true);
        } catch (IllegalArgumentException tooLarge) {
            return new Returned(finished.failing(tooLarge), FileTree.empty(), true);
        }
    }
}
