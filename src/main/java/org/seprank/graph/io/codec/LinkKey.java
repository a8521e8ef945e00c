package org.seprank.graph.io.codec;

import java.util.Locale;

/** What JSON node-link calls its list of edges; either is read. */
public enum LinkKey {
    /** {@code edges}, as NetworkX does from version 3.4 on. */
    EDGES,
    /** {@code links}, as D3 and older NetworkX do. */
    LINKS;

    /** The key. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
