package org.seprank.report;

import java.util.Locale;

/**
 * Cividis: a perceptually uniform scale from dark blue to yellow that colour-blind readers see alike (Nuñez et al.
 * 2018).
 */
final class ColourScale {
    private static final int[] STOPS = {
        0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838
    };

    private ColourScale() {}

    /** The colour at {@code share} in 0..1 as {@code #rrggbb}. */
    static String at(double share) {
        double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
        int low = (int) Math.min(place, STOPS.length - 2);
        double rest = place - low;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = STOPS[low] >> shift & 0xFF;
            int b = STOPS[low + 1] >> shift & 0xFF;
            mixed = mixed << 8 | (int) Math.round(a + rest * (b - a));
        }
        return String.format(Locale.ROOT, "#%06x", mixed);
    }
}
