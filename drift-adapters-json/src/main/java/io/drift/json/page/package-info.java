/**
 * Reports and deltas for people who read them without Drift: pages of HTML, and Markdown for comments.
 */
@NullMarked
package io.drift.json.page;

import org.jspecify.annotations.NullMarked;
