package org.seprank.study.batch;

import org.seprank.study.engine.Studies;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Answers with the words' sum of letters, after waiting; words "fail" and "throw" do as they say. */
record CountingRunner(java.util.concurrent.ConcurrentLinkedQueue<String> log) implements Studies {
    static CountingRunner start() {
        return new CountingRunner(new java.util.concurrent.ConcurrentLinkedQueue<>());
    }

    @Override
    public Result run(List<String> words, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            return new Result(INTERRUPTED, "", "");
        }
        log.add(String.join(" ", words));
        if (words.contains("--depth=13")) {
            return new Result(4, "", "training diverged at depth 13");
        }
        if (words.contains("--depth=14")) {
            throw new IllegalStateException("a fault");
        }
        return new Result(0, answer(words), "");
    }

    static String answer(List<String> words) {
        int sum = String.join("", words).chars().sum();
        return "{\"schema\":\"seprank/analyze/1\",\"partitions\":[{\"partition\":\"p\",\"walk_index\":" + sum
                + ",\"rank\":null}]}";
    }
}
