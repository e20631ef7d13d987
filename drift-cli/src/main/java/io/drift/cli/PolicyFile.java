package io.drift.cli;

import io.drift.json.policy.PolicyDocument;
import io.drift.json.policy.UnreadablePolicyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A policy in a file.
 *
 * @param name as it was given
 */
record PolicyFile(String name) {

    /**
     * Reads it.
     *
     * @param byVariable whether the environment names it, which a message says
     * @throws CannotCompareException if it cannot be read; of what is in it, the line and the column are told
     */
    PolicyDocument read(boolean byVariable) {
        String from = byVariable ? " (from " + PolicyOptions.VARIABLE + ")" : "";
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            return PolicyDocument.read(in);
        } catch (UnreadablePolicyException wrong) {
            throw new CannotCompareException(CellText.shown(name + ":" + wrong.getMessage()) + from);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new CannotCompareException("there is no policy " + CellText.shown(name) + from);
        } catch (IOException broken) {
            throw new CannotCompareException(
                    CellText.shown(name) + ": the policy cannot be read" + from + ": " + broken.getMessage());
        }
    }
}
