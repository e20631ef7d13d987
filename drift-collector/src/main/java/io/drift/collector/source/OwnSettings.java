package io.drift.collector.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.collector.HostDraft;

/**
 * Settings whose names are nobody's but their author's: all of them are below one key of the profile, so that none is
 * taken for something that profiles know. What may be a secret is left out, and named.
 */
final class OwnSettings {

    /** The group of their facts. */
    static final String GROUP = "settings";

    private OwnSettings() {}

    /**
     * Hands over settings.
     *
     * @param isWhole whether all that the file has was read; else nobody knows what it has besides
     */
    static void tell(ObjectNode settings, boolean isWhole, Findings found) throws UnreadableSourceException {
        HostDraft host = new HostDraft();
        ScrubbedObject scrubbed = ScrubbedObject.of(GROUP, settings);
        host.profile().set(GROUP, scrubbed.object());
        host.onlyLookedAt(GROUP);
        if (!isWhole) {
            host.notLookedAt(GROUP);
        }
        if (!scrubbed.secrets().isEmpty()) {
            scrubbed.secrets().forEach(host::notLookedAt);
            found.missing(scrubbed.inWords());
        }
        found.host(host);
    }
}
