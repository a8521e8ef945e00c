/** What studies work on: graphs, datasets, edited datasets and partitions, each by the way in which users name it. */
@NullMarked
package org.seprank.study.input;

import org.jspecify.annotations.NullMarked;
