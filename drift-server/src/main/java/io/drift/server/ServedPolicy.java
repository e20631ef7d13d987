package io.drift.server;

import io.drift.clowder.InvalidSettingsException;
import io.drift.clowder.Setting;
import io.drift.core.comparison.FactRules;
import io.drift.core.policy.Policy;
import io.drift.core.policy.PolicyBase;
import io.drift.core.profile.Reading;
import io.drift.json.policy.PolicyDocument;
import io.drift.json.policy.UnreadablePolicyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which rules the server compares. No policy touches what is read as the archived service did.
 *
 * @param policy null if there is none
 */
record ServedPolicy(@Nullable Policy policy) {

    static final ServedPolicy NONE = new ServedPolicy(null);

    /**
     * The policy of a setting.
     *
     * @param file null for none
     * @throws InvalidSettingsException if it is no policy, or one for archived reports
     */
    static ServedPolicy of(@Nullable Path file) {
        if (file == null) {
            return NONE;
        }
        try (InputStream in = Files.newInputStream(file)) {
            Policy policy = PolicyDocument.read(in).policy();
            if (policy.base() == PolicyBase.ARCHIVED) {
                throw fault(file, ": it extends archived, and no policy touches archived reports: extend exact");
            }
            return new ServedPolicy(policy);
        } catch (UnreadablePolicyException wrong) {
            throw fault(file, ":" + wrong.getMessage());
        } catch (IOException broken) {
            throw fault(file, " cannot be read: " + broken.getMessage());
        }
    }

    private static InvalidSettingsException fault(Path file, String what) {
        return InvalidSettingsException.of(List.of(Setting.DRIFT_POLICY + "=" + file + what));
    }

    FactRules rules(Reading reading) {
        return policy == null || reading == Reading.ARCHIVED ? FactRules.of(reading) : FactRules.of(policy);
    }
}
