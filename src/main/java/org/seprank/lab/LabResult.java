package org.seprank.lab;

import java.util.List;

/**
 * What a run came to.
 *
 * @param panels its trajectories, the most important first
 * @param figures its numbers
 */
public record LabResult(List<Panel> panels, Figures figures) {
    /** Keeps the order. */
    public LabResult {
        panels = List.copyOf(panels);
    }
}
