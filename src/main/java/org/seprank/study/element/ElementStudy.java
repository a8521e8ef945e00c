package org.seprank.study.element;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSet;
import org.seprank.study.set.EachGraph;
import org.seprank.study.set.GraphStudy;

/** A study of one graph, or of many, that can write a row for every edge and vertex into files. */
public interface ElementStudy extends GraphStudy {
    /** The files. */
    ElementFiles files();

    /**
     * The answer about a graph that was read.
     *
     * @param tables gets what the files are to hold of it; nothing if it is not complete
     */
    Outcome run(GraphInput input, Context context, Consumer<ElementTables> tables) throws IOException;

    @Override
    default Outcome run(GraphInput input, Context context) throws IOException {
        files().check();
        Map<Integer, ElementTables> tables = new TreeMap<>();
        Outcome outcome = run(input, context, one -> tables.put(0, one));
        if (!tables.isEmpty()) {
            files().write(outcome.provenance().block(), tables);
        }
        return outcome;
    }

    @Override
    default EachGraph over(GraphSet set) throws IOException {
        files().check();
        Map<Integer, ElementTables> tables = new ConcurrentSkipListMap<>();
        return new EachGraph() {
            @Override
            public Outcome answer(int number, GraphInput input, Context context) throws IOException {
                return run(input, context, one -> tables.put(number, one));
            }

            @Override
            public void finish(Context context) throws IOException {
                if (files().asked()) {
                    files().write(context.provenance(question(), set.inputs()).block(), tables);
                }
            }
        };
    }
}
