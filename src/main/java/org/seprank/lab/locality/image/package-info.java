/** Small generated images whose label depends on two regions at a distance from each other. */
@NullMarked
package org.seprank.lab.locality.image;

import org.jspecify.annotations.NullMarked;
