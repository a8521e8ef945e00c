package org.seprank.lab.locality.image;

import java.util.SplittableRandom;

/** Images whose label depends on two regions at a distance. Equal generators give equal images. */
public sealed interface ImageTask permits Placement, Pathfinder {
    /** Of every image. */
    Shape shape();

    /** So many independent images. */
    LabelledImages draw(int count, SplittableRandom random);

    /** The patches for the regularizer on one batch. */
    Patch.Pair patches(SplittableRandom random);
}
