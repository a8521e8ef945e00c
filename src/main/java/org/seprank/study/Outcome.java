package org.seprank.study;

import org.seprank.report.Document;

/**
 * What a study came to.
 *
 * @param document the answer, with its provenance among the blocks
 * @param complete false where the study was interrupted and the answer covers only what was done before
 */
public record Outcome(Document document, boolean complete) {}
