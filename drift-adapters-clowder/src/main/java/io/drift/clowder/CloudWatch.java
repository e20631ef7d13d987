package io.drift.clowder;

import org.jspecify.annotations.Nullable;

/**
 * A group of logs in CloudWatch.
 *
 * <pre>{@code
 * CloudWatch logs = settings.platform().resources().cloudWatch();
 * String group = logs == null ? "(none)" : logs.logGroup();
 * }</pre>
 *
 * @param accessKeyId never printed
 * @param secretAccessKey never printed
 * @param region where it is; null if the file has none
 * @param logGroup its name; null if the file has none
 */
public record CloudWatch(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String region,
        @Nullable String logGroup) {

    /** Null without keys: the section may be missing, or have empty texts. */
    static @Nullable CloudWatch read(ClowderNode logging) {
        logging.text("type");
        ClowderNode node = logging.child("cloudwatch");
        if (node == null) {
            return null;
        }
        String id = node.secret("accessKeyId");
        String secret = node.secret("secretAccessKey");
        String region = node.text("region");
        String group = node.text("logGroup");
        return id == null || secret == null ? null : new CloudWatch(id, secret, region, group);
    }

    /** Does not print the keys. */
    @Override
    public String toString() {
        return "group " + logGroup + " in " + region;
    }
}
