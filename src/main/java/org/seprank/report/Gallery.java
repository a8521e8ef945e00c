package org.seprank.report;

import java.util.List;
import java.util.Map;

/** A page of cards that show the figures of many answers where they lie and link to them. */
public final class Gallery {
    /**
     * An answer.
     *
     * @param title its name
     * @param claim what it claims or says first; may be empty
     * @param outcome whether that held; may be empty
     * @param picture where its figure is, relative to the page; empty: it has none
     * @param links what it has by name, the main page first
     */
    public record Card(String title, String claim, String outcome, String picture, Map<String, String> links) {}

    private Gallery() {}

    /**
     * The page.
     *
     * @param title of it
     * @param made what the cards are and what made the page
     * @param cards in order
     */
    public static String page(String title, String made, List<Card> cards) {
        // pictures are files beside the page
        StringBuilder html = HtmlRenderer.start(title, "", "img-src 'self' file: data:");
        html.append("<header>\n<h1>")
                .append(HtmlRenderer.escaped(title))
                .append("</h1>\n<p class=\"note\">")
                .append(HtmlRenderer.escaped(made))
                .append("</p>\n</header>\n<main>\n<ul class=\"cards\">\n");
        cards.forEach(card -> append(html, card));
        return html.append("</ul>\n</main>\n</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder html, Card card) {
        String main = card.links().values().stream().findFirst().orElse("");
        html.append("<li>");
        if (!card.picture().isEmpty()) {
            html.append("<a href=\"").append(HtmlRenderer.escaped(main)).append("\"><img src=\"");
            html.append(HtmlRenderer.escaped(card.picture())).append("\" alt=\"Figure of ");
            html.append(HtmlRenderer.escaped(card.title())).append("\" loading=\"lazy\"></a>");
        }
        html.append("<h2>").append(HtmlRenderer.escaped(card.title())).append("</h2>");
        if (!card.claim().isEmpty()) {
            html.append("<p>").append(HtmlRenderer.escaped(card.claim())).append("</p>");
        }
        if (!card.outcome().isEmpty()) {
            html.append("<p><b>").append(HtmlRenderer.escaped(card.outcome())).append("</b></p>");
        }
        html.append("<p>");
        card.links()
                .forEach((name, place) -> html.append("<a href=\"")
                        .append(HtmlRenderer.escaped(place))
                        .append("\">")
                        .append(HtmlRenderer.escaped(name))
                        .append("</a> "));
        html.append("</p></li>\n");
    }
}
