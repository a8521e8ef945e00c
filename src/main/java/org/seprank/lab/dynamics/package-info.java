/** How the outputs of wide networks move while they are trained, beside what their tangent kernel says. */
@NullMarked
package org.seprank.lab.dynamics;

import org.jspecify.annotations.NullMarked;
