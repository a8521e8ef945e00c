package org.seprank.report;

import java.util.List;

/** A table in a box of its own, which scrolls sideways where the screen is narrow; the names of its columns sort it. */
final class HtmlTable {
    private HtmlTable() {}

    static void append(StringBuilder page, Table answer, String titleId) {
        Table table = answer.shown();
        page.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
                .append(titleId)
                .append("\">\n<table aria-labelledby=\"")
                .append(titleId)
                .append("\">\n<thead><tr>");
        for (int c = 0; c < table.columns().size(); c++) {
            page.append("<th scope=\"col\" aria-sort=\"none\"")
                    .append(kind(table, c))
                    .append("><button type=\"button\">")
                    .append(HtmlRenderer.escaped(Block.heading(table.columns().get(c))))
                    .append("</button></th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        int shown = Math.min(HtmlRenderer.MAX_ROWS, table.rows().size());
        for (List<Value> row : table.rows().subList(0, shown)) {
            append(page, table, row);
        }
        page.append("</tbody>\n</table>\n</div>\n");
        if (shown < table.rows().size()) {
            page.append("<p class=\"more\">.. and ")
                    .append(table.rows().size() - shown)
                    .append(" more rows in the JSON at the end of this page</p>\n");
        }
    }

    private static void append(StringBuilder page, Table table, List<Value> row) {
        page.append("<tr>");
        for (int c = 0; c < row.size(); c++) {
            Value value = row.get(c);
            String text = HtmlRenderer.escaped(value.text());
            page.append("<td")
                    .append(kind(table, c))
                    .append(sortKey(value))
                    .append('>')
                    .append(value instanceof Value.Marked ? "<strong>" + text + "</strong>" : text)
                    .append("</td>");
        }
        page.append("</tr>\n");
    }

    private static String kind(Table table, int column) {
        return table.isText(column) ? " class=\"text\"" : "";
    }

    /** Numbers sort by their value and not as they are written; beyond double's range all are alike. */
    private static String sortKey(Value value) {
        boolean number = value.bare() instanceof Value.Whole || value.bare() instanceof Value.Real;
        return number
                ? " data-number=\"" + value.asDouble() + "\""
                : value instanceof Value.Missing ? " data-missing" : "";
    }
}
