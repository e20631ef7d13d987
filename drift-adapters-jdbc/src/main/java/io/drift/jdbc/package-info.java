/** The stores of own systems in one SQLite file. */
@NullMarked
package io.drift.jdbc;

import org.jspecify.annotations.NullMarked;
