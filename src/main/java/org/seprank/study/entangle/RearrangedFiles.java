package org.seprank.study.entangle;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.entangle.DataTable;
import org.seprank.entangle.Rearrangement;
import org.seprank.entangle.SiteGrid;
import org.seprank.file.AtomicFile;
import org.seprank.file.NpzOutput;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Value;
import org.seprank.study.Question;

/**
 * A rearrangement that is asked for, and the files that are written of it.
 *
 * @param rearrangement how long to search for it; empty: not asked for
 * @param order CSV of the site at each place, as {@code place,site}
 * @param table the table with its sites in that order, npz where the name says so, else CSV; the label is what entered
 */
public record RearrangedFiles(
        Optional<Rearrangement.Options> rearrangement, Optional<Path> order, Optional<Path> table) {
    /** Checks that they go together. */
    public RearrangedFiles {
        if (rearrangement.isEmpty() && (order.isPresent() || table.isPresent())) {
            throw new IllegalArgumentException("--order-out and --table-out write what --rearrange finds; say it too");
        }
        if (order.isPresent() && order.equals(table)) {
            throw new IllegalArgumentException("the order and the table would both be written to " + order.get());
        }
    }

    /** Whether there is something to do. */
    boolean asked() {
        return rearrangement.isPresent();
    }

    /** How long to search. */
    Rearrangement.Options options() {
        return rearrangement.orElseThrow();
    }

    /** Says before the work what would go wrong after it. */
    void check() throws IOException {
        for (Optional<Path> file : List.of(order, table)) {
            if (file.isPresent()) {
                AtomicFile.checkFile(file.get());
            }
        }
    }

    /** The question with it. */
    Question addTo(Question question) {
        return rearrangement
                .map(options -> question.with("rearrange", true)
                        .with("starts", options.starts())
                        .with("swaps", options.swapsPerSite()))
                .orElse(question);
    }

    /** Writes the files, each whole or not at all. */
    void write(TableInput input, Rearrangement found, DataTable turned) throws IOException {
        if (order.isPresent()) {
            List<List<Value>> rows = new ArrayList<>();
            rows.add(List.of(Value.of("place"), Value.of("site")));
            for (int place = 0; place < turned.sites().size(); place++) {
                rows.add(List.of(
                        Value.of(place),
                        Value.of(input.table().sites().get(found.order().get(place)))));
            }
            lines(order.get(), rows);
        }
        if (table.isPresent()) {
            if (table.get().toString().endsWith(".npz")) {
                npz(table.get(), input.grid(), turned);
            } else {
                csv(table.get(), turned);
            }
        }
    }

    private static void csv(Path file, DataTable table) throws IOException {
        List<List<Value>> rows = new ArrayList<>();
        List<Value> heading = new ArrayList<>();
        heading.add(Value.of("label"));
        for (String site : table.sites()) {
            for (int channel = 0; channel < table.channels(); channel++) {
                heading.add(Value.of(table.channels() == 1 ? site : site + ":" + channel));
            }
        }
        rows.add(heading);
        for (int m = 0; m < table.samples(); m++) {
            List<Value> row = new ArrayList<>(List.of(Value.of(table.label(m))));
            for (int site = 0; site < table.sites().size(); site++) {
                for (int channel = 0; channel < table.channels(); channel++) {
                    row.add(Value.of(table.value(m, site, channel)));
                }
            }
            rows.add(row);
        }
        lines(file, rows);
    }

    private static void lines(Path file, List<List<Value>> rows) throws IOException {
        AtomicFile.write(file, bytes -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            for (List<Value> row : rows) {
                out.write(CsvRenderer.line(row));
            }
            out.flush();
        });
    }

    /** X: [M, axes ..], or [M, axes .., d] with several channels, and y: [M]. */
    private static void npz(Path file, SiteGrid grid, DataTable table) throws IOException {
        List<Long> shape = new ArrayList<>(List.of((long) table.samples()));
        grid.lengths().forEach(length -> shape.add((long) length));
        if (table.channels() > 1) {
            shape.add((long) table.channels());
        }
        AtomicFile.write(file, bytes -> {
            try (NpzOutput out = NpzOutput.to(bytes)) {
                out.begin(
                        "X",
                        NpzOutput.Item.DOUBLE,
                        shape.stream().mapToLong(Long::longValue).toArray());
                for (int m = 0; m < table.samples(); m++) {
                    for (int site = 0; site < table.sites().size(); site++) {
                        for (int channel = 0; channel < table.channels(); channel++) {
                            out.put(table.value(m, site, channel));
                        }
                    }
                }
                out.end();
                double[] labels = new double[table.samples()];
                for (int m = 0; m < labels.length; m++) {
                    labels[m] = table.label(m);
                }
                out.vector("y", NpzOutput.Item.DOUBLE, labels);
            }
        });
    }
}
