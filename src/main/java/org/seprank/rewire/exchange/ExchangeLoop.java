package org.seprank.rewire.exchange;

import java.util.Optional;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Exchanges one after the other, each four edits that are never parted. Draws that turn out impossible are thrown away;
 * 100,000 + 100 m of them in a row end the work.
 */
final class ExchangeLoop {
    private static final int EDITS = 4;

    /** What a method draws from the graph as it is. */
    @FunctionalInterface
    interface Draw {
        /** The next exchange, nothing if this draw comes to nothing. */
        Optional<Exchange> next();
    }

    private final ExchangeRows rows;
    private final boolean directed;
    private final long patience;
    private final EditList.Builder edits = EditList.builder();

    ExchangeLoop(Graph graph) {
        this.rows = new ExchangeRows(graph);
        this.directed = graph.directed();
        this.patience = 100_000 + 100L * graph.edgeCount();
    }

    /** The graph as exchanges so far left it. */
    ExchangeRows rows() {
        return rows;
    }

    EditList run(int count, Draw draw, Progress progress) {
        Rewirer.checkCount(count);
        progress.start("exchanging edges", count);
        long failures = rows.arcs() == 0 ? patience : 0;
        while (edits.size() <= count - EDITS && failures < patience && !progress.cancelled()) {
            Optional<Exchange> drawn = draw.next().filter(exchange -> exchange.possible(rows));
            failures++;
            if (drawn.isPresent()) {
                make(drawn.get());
                failures = 0;
                progress.advanceTo(edits.size());
            }
        }
        return edits.build();
    }

    private void make(Exchange exchange) {
        int a = exchange.a();
        int b = exchange.b();
        int c = exchange.c();
        int d = exchange.d();
        rows.replace(a, b, d);
        rows.replace(c, d, b);
        if (!directed) {
            rows.replace(b, a, c);
            rows.replace(d, c, a);
        }
        edits.add(Edit.remove(a, b)).add(Edit.remove(c, d)).add(Edit.add(a, d)).add(Edit.add(c, b));
    }
}
