/** Compares systems, baselines and historical profiles, fact by fact; needs the JDK only. */
module io.drift.core {
    // not transitive: a module that requires this one would have to bring the annotations to its own compilation
    requires static org.jspecify;

    exports io.drift.core;
    exports io.drift.core.access;
    exports io.drift.core.analysis;
    exports io.drift.core.comparison;
    exports io.drift.core.delta;
    exports io.drift.core.error;
    exports io.drift.core.fact;
    exports io.drift.core.policy;
    exports io.drift.core.port;
    exports io.drift.core.profile;
    exports io.drift.core.report;
    exports io.drift.core.source;
    exports io.drift.core.version;
}
