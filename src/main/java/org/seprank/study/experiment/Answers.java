package org.seprank.study.experiment;

import java.util.Map;
import java.util.Optional;
import org.seprank.study.Question;
import org.seprank.study.engine.Finished;

/**
 * The finished cells of an experiment.
 *
 * @param finished by their questions
 */
public record Answers(Map<Question, Finished> finished) {
    /** Copies the map. */
    public Answers {
        finished = Map.copyOf(finished);
    }

    /** Whether that cell is finished. */
    public boolean has(Question cell) {
        return finished.containsKey(cell);
    }

    /** What that cell came to, if it is finished. */
    public Optional<Finished> of(Question cell) {
        return Optional.ofNullable(finished.get(cell));
    }

    /** A single number of that cell; NaN where it has none or is not finished. */
    public double number(Question cell, String name) {
        return of(cell).map(one -> one.number(Cell.NUMBERS, name)).orElse(Double.NaN);
    }
}
