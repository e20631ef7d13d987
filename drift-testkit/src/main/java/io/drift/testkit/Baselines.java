package io.drift.testkit;

/**
 * Baselines in a sentence.
 *
 * <pre>{@code
 * Baseline web = Baselines.baseline("web").with("arch", "x86_64").with("cpu_flags.fpu", "enabled").build();
 * }</pre>
 */
public final class Baselines {

    private Baselines() {}

    /**
     * A baseline that demands nothing, until it is told what to.
     *
     * @param name its display name; its id follows from it
     * @return a builder
     */
    public static BaselineBuilder baseline(String name) {
        return new BaselineBuilder(name);
    }
}
