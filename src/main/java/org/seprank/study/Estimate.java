package org.seprank.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;

/**
 * How long and how large work will be, before it is done: a row for each part, with rates that err on the slow side.
 */
public final class Estimate {
    /** Work that is done without being asked for takes no more elementary steps than this. */
    public static final double UNASKED_STEPS = 2e9;

    private static final double STEPS_PER_SECOND = 2e8;

    private final List<Block> head;
    private final List<Part> parts = new ArrayList<>();
    private double seconds;
    private double bytes;

    private record Part(String work, double seconds, double bytes) {
        Row row() {
            return new Row(work, Value.duration(seconds), Value.bytes(bytes));
        }
    }

    private record Row(String work, Value seconds, Value bytes) {}

    private Estimate(List<Block> head) {
        this.head = head;
    }

    /** An estimate without parts yet, under what is known already. */
    public static Estimate under(Block... head) {
        return new Estimate(List.of(head));
    }

    /** Adds a part that takes so many seconds and bytes; parts come one after the other. */
    public Estimate add(String work, double seconds, double bytes) {
        this.seconds += seconds;
        this.bytes = Math.max(this.bytes, bytes);
        parts.add(new Part(work, seconds, bytes));
        return this;
    }

    /** Adds the work of many, so many of them at a time, as a part for all that do the same. */
    public Estimate addAll(List<Estimate> many, int together) {
        Map<String, List<Part>> alike = many.stream()
                .flatMap(one -> one.parts.stream())
                .collect(Collectors.groupingBy(Part::work, LinkedHashMap::new, Collectors.toList()));
        alike.forEach((work, some) -> {
            int atOnce = Math.min(together, some.size());
            add(
                    some.size() + " x " + work,
                    some.stream().mapToDouble(Part::seconds).sum() / atOnce,
                    atOnce * some.stream().mapToDouble(Part::bytes).max().orElse(0));
        });
        return this;
    }

    /** Of all parts. */
    public double seconds() {
        return seconds;
    }

    /** Of the largest part. */
    public double bytes() {
        return bytes;
    }

    /** Seconds for so many elementary steps. */
    public static double seconds(double steps) {
        return steps / STEPS_PER_SECOND;
    }

    /** The estimate as an answer. */
    public Document document() {
        return Document.of("estimate")
                .addAll(head)
                .add(Table.of(
                        "estimate",
                        "Rough time and memory",
                        Row.class,
                        parts.stream().map(Part::row).toList()))
                .build();
    }
}
