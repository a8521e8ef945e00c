/**
 * What a result looks like: a {@link org.seprank.report.Document} of facts, tables, notes and figures, rendered as
 * text, JSON or CSV, and figures as SVG. Knows tables and charts, never graphs. Uses no other package but Jackson.
 */
@NullMarked
package org.seprank.report;

import org.jspecify.annotations.NullMarked;
