package io.drift.testkit;

import java.util.Optional;

/** What one service answers by itself. */
@FunctionalInterface
interface ServiceAnswers {

    /** The answer to a GET; empty where the service has nothing at that path. */
    Optional<ScriptedAnswer> to(CallTarget target);
}
