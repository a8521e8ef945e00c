package org.seprank.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.report.Block;
import org.seprank.report.Value;

/**
 * What made an answer, so that it can be made again. Equal provenance means equal answers, on whatever machine.
 *
 * @param question what was asked
 * @param command the command line that asked, ready for a shell; empty where no command line did
 * @param inputs what it was asked of, with the hashes of their contents
 * @param version of the program
 */
public record Provenance(Question question, String command, List<Input> inputs, String version) {
    /** Copies the list. */
    public Provenance {
        inputs = List.copyOf(inputs);
    }

    /** What an answer says of it. */
    public Block block() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("seprank", Value.of(version));
        values.put("command", Value.of(command));
        values.putAll(question.settings());
        inputs.forEach(input -> values.put(input.role() + "_sha256", Value.of(input.sha256())));
        return new Block.Facts("question", "Question", values);
    }

    /** The version that the build wrote into the jar, or "development". */
    public static String currentVersion() {
        String version = Provenance.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
