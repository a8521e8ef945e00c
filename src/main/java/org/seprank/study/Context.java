package org.seprank.study;

import java.util.List;
import java.util.function.Consumer;
import org.seprank.report.Block;
import org.seprank.work.Progress;

/**
 * The surroundings of a study, on which its answer does not depend.
 *
 * @param progress told how far the work is, and asked whether to stop
 * @param threads how many may be used
 * @param figures which figures are wanted
 * @param command the command line that asked, ready for a shell; empty where none did
 * @param warnings gets what the user should know beside the answer, a line each
 */
public record Context(Progress progress, int threads, Figures figures, String command, Consumer<String> warnings) {
    /** Which figures are wanted. */
    public enum Figures {
        /** None but those that an answer always has. */
        NONE,
        /** Those that take little work. */
        USUAL,
        /** All that the answer can have. */
        ALL
    }

    /** Checks the range. */
    public Context {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is not positive");
        }
    }

    /** All processors, no figures, no command line. */
    public static Context of(Progress progress) {
        return new Context(progress, Runtime.getRuntime().availableProcessors(), Figures.NONE, "", warning -> {});
    }

    /** The same with so many threads. */
    public Context withThreads(int other) {
        return new Context(progress, other, figures, command, warnings);
    }

    /** The same with these figures. */
    public Context withFigures(Figures wanted) {
        return new Context(progress, threads, wanted, command, warnings);
    }

    /** The same for that command line. */
    public Context withCommand(String line) {
        return new Context(progress, threads, figures, line, warnings);
    }

    /** The same for a part of the work: cancelled with the whole, but showing nothing. */
    public Context silent() {
        return new Context(progress.silent(), threads, figures, command, warnings);
    }

    /** Whether figures are wanted beside those that an answer always has. */
    public boolean draws() {
        return figures != Figures.NONE;
    }

    /** What makes the answer to a question about these inputs. */
    public AnswerProvenance provenance(Question question, List<Block.Input> inputs) {
        return new AnswerProvenance(question, command, inputs, AnswerProvenance.currentVersion());
    }
}
