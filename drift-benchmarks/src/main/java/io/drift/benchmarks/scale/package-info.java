/** Groups, outliers and clusters of thousands of systems in files. */
@NullMarked
package io.drift.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
