package org.seprank.study;

import java.util.List;
import org.seprank.report.Block;

/**
 * What made an answer, so that it can be made again. Equal provenance means equal answers, on whatever machine.
 *
 * @param question what was asked
 * @param command the command line that asked, ready for a shell; empty where no command line did
 * @param inputs what it was asked of, with the hashes of their contents
 * @param version of the program
 */
public record AnswerProvenance(Question question, String command, List<Block.Input> inputs, String version) {
    /** Copies the list. */
    public AnswerProvenance {
        inputs = List.copyOf(inputs);
    }

    /** What the answer says of it. */
    public Block.Question block() {
        return new Block.Question(command.isEmpty() ? question.verb() : command, version, question.settings(), inputs);
    }

    /** The version that the build wrote into the jar, or "development". */
    public static String currentVersion() {
        String version = AnswerProvenance.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
