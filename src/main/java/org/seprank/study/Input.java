package org.seprank.study;

/**
 * Something that an answer was made from.
 *
 * @param role what it is for the study, such as "graph", "dataset", "edits" or "network"
 * @param location as it was named: a path or a specification
 * @param sha256 of its content, in hexadecimal: of the graph or dataset itself whatever file it is in, else of the
 *     file's bytes
 */
public record Input(String role, String location, String sha256) {}
