package org.seprank.study.experiment;

import java.util.List;
import org.seprank.report.Block;

/**
 * What an experiment found.
 *
 * @param claims the claim in parts that held or did not; none: nothing could be judged
 * @param blocks tables, figures and notes
 */
public record Findings(List<Statement> claims, List<Block> blocks) {
    /**
     * Part of a claim.
     *
     * @param statement in words
     * @param held whether it did
     */
    public record Statement(String statement, boolean held) {}

    /** Copies the lists. */
    public Findings {
        claims = List.copyOf(claims);
        blocks = List.copyOf(blocks);
    }

    /** Whether all of the claim held. */
    boolean held() {
        return claims.stream().allMatch(Statement::held);
    }
}
