package org.seprank.study.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.setting.Setting;
import org.seprank.study.Context;
import org.seprank.study.Question;

/**
 * The squares of the numbers 0..count-1, then, in a second stage, their sums with the square before. The claim is that
 * no sum is above a limit.
 *
 * @param works how often each cell was worked on, by its name
 * @param problems what cells throw, by their names
 */
record Squares(Map<String, AtomicInteger> works, Map<String, Exception> problems) implements Experiment {
    static Squares start() {
        return new Squares(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    int worked() {
        return works.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public String name() {
        return "squares";
    }

    @Override
    public String claim() {
        return "sums are small";
    }

    @Override
    public List<Setting> settings(Scale scale) {
        return List.of(
                Setting.whole("count", "4", 1, 1000, "numbers"), Setting.real("limit", "1000", -1, 1e9, "of sums"));
    }

    @Override
    public Design design(Options options) {
        return new Numbers(this, options.own().integer("count"), options.own().real("limit"), options.seed());
    }

    /** A number of a stage. */
    private record Term(Squares squares, String stage, int x, long seed, double answer) implements Cell {
        @Override
        public Question question() {
            return Question.of("squares").with("stage", stage).with("x", x).with("seed", seed);
        }

        @Override
        public List<Block> answer(Context context) throws IOException {
            String name = stage + " " + x;
            squares.works.computeIfAbsent(name, absent -> new AtomicInteger()).incrementAndGet();
            Exception problem = squares.problems.get(name);
            if (problem instanceof IOException io) {
                throw io;
            }
            if (problem instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            return List.of(Facts.of(NUMBERS, "Number")
                    .add("value", answer)
                    .add("third", answer / 3)
                    .add("up", answer / 0.0)
                    .add("down", -1 / 0.0)
                    .add("nan", Double.NaN)
                    .add("tiny", Double.MIN_VALUE));
        }
    }

    /** All of them. */
    private record Numbers(Squares squares, int count, double limit, long seed) implements Design {
        private Term square(int x) {
            return new Term(squares, "square", x, seed, (double) x * x);
        }

        @Override
        public List<Cell> plan(Answers finished) {
            List<Cell> left = new ArrayList<>();
            for (int x = 0; x < count; x++) {
                Question square = square(x).question();
                if (!finished.has(square)) {
                    left.add(square(x));
                } else if (x > 0 && finished.has(square(x - 1).question())) {
                    double sum = finished.number(square, "value")
                            + finished.number(square(x - 1).question(), "value");
                    Term cell = new Term(squares, "sum", x, seed, sum);
                    if (!finished.has(cell.question())) {
                        left.add(cell);
                    }
                }
            }
            return left;
        }

        @Override
        public Findings collect(Answers finished) {
            List<Findings.Statement> claims = new ArrayList<>();
            Facts facts = Facts.of("numbers", "Numbers");
            for (int x = 0; x < count; x++) {
                Question square = square(x).question();
                for (String name : List.of("value", "third", "up", "down", "nan", "tiny")) {
                    facts = facts.add(name + "_" + x, finished.number(square, name));
                }
                double sum = finished.number(new Term(squares, "sum", x, seed, 0).question(), "value");
                claims.add(new Findings.Statement("sum " + x, !(sum > limit)));
            }
            return new Findings(claims, List.of(facts));
        }
    }
}
