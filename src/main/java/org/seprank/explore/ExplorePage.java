package org.seprank.explore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A page for the browser that needs nothing but itself. */
public final class ExplorePage {
    private static final JsonMapper JSON = new JsonMapper();

    /** The scripts in their order. */
    private static final List<String> SCRIPTS = List.of(
            "page-data.js",
            "page-state.js",
            "page-engine.js",
            "page-camera.js",
            "page-canvas.js",
            "page-webgl.js",
            "page-answers.js",
            "page-curves.js",
            "page-gestures.js",
            "page-table.js",
            "page-files.js",
            "page-main.js");

    private final String title;
    private final ObjectNode data;

    ExplorePage(String title, ObjectNode data) {
        this.title = title;
        this.data = data;
    }

    /** The page's text, in UTF-8. */
    public String html() {
        StringBuilder scripts = new StringBuilder();
        SCRIPTS.forEach(name -> scripts.append(resource(name)));
        return fill(
                resource("page.html"),
                Map.of(
                        "title", escaped(title),
                        "style", resource("page.css"),
                        "data", json(),
                        "engine", resource("engine.js"),
                        "script", scripts.toString()));
    }

    private String json() {
        try {
            return JSON.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fill(String template, Map<String, String> parts) {
        StringBuilder page = new StringBuilder();
        int from = 0;
        for (int at = template.indexOf("{{"); at >= 0; at = template.indexOf("{{", from)) {
            int end = template.indexOf("}}", at);
            page.append(template, from, at).append(parts.get(template.substring(at + 2, end)));
            from = end + 2;
        }
        return page.append(template, from, template.length()).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream in = ExplorePage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("this build of the program has no " + name
                        + "; './seprank explore' makes it, and so does 'mvn package'");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("resource " + name, e);
        }
    }
}
