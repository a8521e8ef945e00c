package org.seprank.study.input;

/** What a {@link GraphSource} names: a graph, or many of them. */
public sealed interface GraphRead permits GraphInput, GraphSet {}
