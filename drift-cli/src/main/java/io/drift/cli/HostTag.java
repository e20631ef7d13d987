package io.drift.cli;

import io.drift.collector.HostDraft;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tag that was given on the command line. */
record HostTag(String namespace, String key, String value) {

    private static final Pattern FORM = Pattern.compile("([^/=]+)/([^=]+)=(.+)");

    /**
     * A word of the command line.
     *
     * @param word {@code namespace/key=value}
     * @throws CannotCompareException if it is none
     */
    static HostTag parse(String word) {
        Matcher form = FORM.matcher(word);
        if (!form.matches()) {
            throw new CannotCompareException(
                    "--tag " + word + ": a tag is NAMESPACE/KEY=VALUE, as in ops/stage=production");
        }
        return new HostTag(form.group(1), form.group(2), form.group(3));
    }

    void addTo(Collected collected) {
        HostDraft host = collected.host();
        if (host != null) {
            host.tag(namespace, key, value);
        }
    }
}
