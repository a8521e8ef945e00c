/**
 * Graphs with features and labels to learn from: {@link org.seprank.dataset.NodeDataset} (one graph, a label per
 * vertex) and {@link org.seprank.dataset.GraphDataset} (many graphs, a label per graph), their
 * {@link org.seprank.dataset.Split}s, and the facts of a {@link org.seprank.dataset.DatasetInfo}. Sub-packages:
 * {@code io} reads and writes files, {@code synthetic} makes tasks, {@code fetch} downloads public sets when asked. May
 * use {@code graph}, {@code file}, {@code setting} and {@code work}.
 */
@NullMarked
package org.seprank.dataset;

import org.jspecify.annotations.NullMarked;
