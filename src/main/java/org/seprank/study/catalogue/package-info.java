/** What there is to work on: families of graphs, public datasets, and what a dataset holds, as studies. */
@NullMarked
package org.seprank.study.catalogue;

import org.jspecify.annotations.NullMarked;
