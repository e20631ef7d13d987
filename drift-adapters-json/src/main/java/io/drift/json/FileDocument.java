package io.drift.json;

/**
 * Something in a file that can be a column of a comparison.
 *
 * <pre>{@code
 * for (FileDocument document : new SystemReader().readFile(in)) {
 *     if (document instanceof BaselineDocument baseline) {
 *         System.out.println(baseline.facts());
 *     }
 * }
 * }</pre>
 */
public sealed interface FileDocument permits HostDocument, BaselineDocument {}
