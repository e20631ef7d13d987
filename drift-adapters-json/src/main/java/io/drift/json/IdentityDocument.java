package io.drift.json;

import io.drift.core.access.Identity;

/**
 * What the platform's gateway says about a caller.
 *
 * <pre>{@code
 * IdentityDocument document = IdentityReader.read(header);
 * String who = document.isComplete() ? document.identity().toString() : "nobody";
 * }</pre>
 *
 * @param identity who it is; without an object {@code identity}, only the entitlements are known
 * @param isComplete whether the document has an object {@code identity}
 */
public record IdentityDocument(Identity identity, boolean isComplete) {}
