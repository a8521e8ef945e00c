package org.seprank.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.seprank.study.batch.StudyRunner;
import org.seprank.study.batch.StudySpec;
import org.seprank.study.batch.summary.CostModel;

/**
 * Studies of a batch run by the code of the command line.
 *
 * @param alone whether a study may use all processors, because no other runs beside it
 */
record CommandStudies(boolean alone) implements StudyRunner {
    private static final String ERROR = "error: ";

    @Override
    public Result run(List<String> words, BooleanSupplier stop) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                words(words).toArray(String[]::new),
                new PrintWriter(out),
                new PrintWriter(err),
                Interruption.following(stop));
        String answer = out.toString();
        if (code == ExitCode.DONE && !isObject(answer)) {
            return new Result(ExitCode.INTERNAL_ERROR, "", "the command gave no answer in JSON");
        }
        return new Result(code, isObject(answer) ? answer : "", code == ExitCode.DONE ? "" : error(err.toString()));
    }

    private List<String> words(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(1, List.of("--format=json", "--quiet=true"));
        String width = StudyOptions.parallelism(words.get(0));
        if (!alone && !width.isEmpty() && words.stream().noneMatch(word -> word.startsWith(width + "="))) {
            all.add(1, width + "=1");
        }
        return all;
    }

    private static boolean isObject(String answer) {
        try {
            return new JsonMapper().readTree(answer).isObject();
        } catch (IOException notJson) {
            return false;
        }
    }

    private static String error(String messages) {
        return messages.lines()
                .filter(line -> line.startsWith(ERROR))
                .map(line -> line.substring(ERROR.length()))
                .findFirst()
                .orElseGet(() -> messages.lines().findFirst().orElse("it gave no reason"));
    }

    /** The estimate of commands that can say what they will take. */
    Optional<CostModel.Cost> cost(StudySpec study) throws IOException {
        if (!StudyOptions.estimates(study.command())) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(study.words("folder"));
        words.add(1, "--dry-run");
        Result result = run(words, () -> false);
        JsonNode rows = new JsonMapper().readTree(result.answer()).path("estimate");
        if (result.exitCode() != ExitCode.DONE || rows.isEmpty()) {
            return Optional.empty();
        }
        double seconds = 0;
        double bytes = 0;
        for (JsonNode row : rows) {
            seconds += row.path("seconds").asDouble();
            bytes = Math.max(bytes, row.path("bytes").asDouble());
        }
        return Optional.of(new CostModel.Cost(seconds, bytes));
    }
}
