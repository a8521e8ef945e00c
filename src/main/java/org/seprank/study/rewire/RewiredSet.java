package org.seprank.study.rewire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.seprank.file.AtomicFile;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.entangle.DataProtection;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSet;
import org.seprank.study.set.EachGraph;
import org.seprank.study.set.SetFile;

/**
 * The graphs of a set as they are rewired, one after the other or at once. Those that the method refuses stay as they
 * are. Edits go into a folder, a file {@code graph-K.csv} for each graph, where it can be used with {@code --graph K}.
 */
final class RewiredSet implements EachGraph {
    private final RewireStudy study;
    private final GraphSet set;
    private final DataProtection data;
    private final List<EditList> edits;

    private RewiredSet(RewireStudy study, GraphSet set, DataProtection data) {
        this.study = study;
        this.set = set;
        this.data = data;
        this.edits = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(set.size(), EditList.empty())));
    }

    /** Checks before the work what would go wrong after it. */
    static RewiredSet of(RewireStudy study, GraphSet set) throws IOException {
        RewireFiles files = study.files();
        if (files.resume().isPresent()) {
            throw new IllegalArgumentException("--resume goes on with one graph; take it with --graph K, K in 1.."
                    + set.size() + ", and its edits");
        }
        if (files.graph().isPresent()) {
            out(files.graph().get()).check(set);
        }
        if (files.edits().isPresent()) {
            Path folder = files.edits().get();
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new IllegalArgumentException("--edits " + folder + " is a file, but the edits of " + set.size()
                        + " graphs are a file each; name a folder");
            }
            AtomicFile.makeFolder(file(folder, 1));
        }
        DataProtection data = DataProtection.of(study.edits().protect(), set, study.seed(), warning -> {});
        return new RewiredSet(study, set, data);
    }

    /** Where the edits of a graph are. */
    static Path file(Path folder, int number) {
        return folder.resolve("graph-" + number + ".csv");
    }

    @Override
    public Outcome answer(int number, GraphInput input, Context context) throws IOException {
        RewireFiles own = new RewireFiles(
                Optional.empty(), study.files().edits().map(folder -> file(folder, number)), Optional.empty());
        RewireStudy.Rewired rewired =
                study.rewired(input, new RewireStudy.Source(study.edits().of(number), data), own, context);
        edits.set(number - 1, rewired.edits());
        return rewired.outcome();
    }

    @Override
    public void finish(Context context) throws IOException {
        if (study.files().graph().isPresent()) {
            out(study.files().graph().get()).write(set.edited(edits), context.warnings());
        }
    }

    private static SetFile out(Path path) {
        return new SetFile(path, "--graph-out");
    }
}
