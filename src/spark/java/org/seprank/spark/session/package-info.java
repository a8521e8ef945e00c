/** Where Spark runs and how it is started. Uses no other package of this module. */
@NullMarked
package org.seprank.spark.session;

import org.jspecify.annotations.NullMarked;
