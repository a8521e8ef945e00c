/**
 * Public datasets by name: {@link org.seprank.dataset.fetch.Catalogue} knows where they are,
 * {@link org.seprank.dataset.fetch.DatasetFetcher} downloads one when asked, never otherwise, into the
 * {@link org.seprank.dataset.fetch.CacheFolder}. May use all of {@code dataset}, {@code file} and {@code work}.
 */
@NullMarked
package org.seprank.dataset.fetch;

import org.jspecify.annotations.NullMarked;
