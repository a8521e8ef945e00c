package org.seprank.study.batch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seprank.study.engine.Studies;

/**
 * Which studies there are: the commands that a plan may name and their options, by which a plan is checked, and what
 * they are.
 */
public interface StudyCatalogue extends Studies {
    /**
     * What is wrong with a command line.
     *
     * @param option the option in question, without dashes; empty where it is none
     * @param message for people
     */
    record Complaint(String option, String message) {}

    /** The commands that can be studies, in reading order. */
    List<String> commands();

    /** The options of a command, without dashes, in reading order. */
    List<String> options(String command);

    /** Those of them that name a file or folder to be written. */
    Set<String> outputs(String command);

    /** Whether a folder stands for all files in it, rather than for one dataset. */
    boolean isFolderOfGraphs(String command, String input);

    /** What is wrong with these words, without running them. */
    Optional<Complaint> check(List<String> words);
}
