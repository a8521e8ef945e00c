/** The answers kept in a folder and below as one page that shows and links them. */
@NullMarked
package org.seprank.study.gallery;

import org.jspecify.annotations.NullMarked;
