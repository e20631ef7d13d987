package io.drift.testkit;

/**
 * Systems and their earlier profiles, in a sentence.
 *
 * <pre>{@code
 * InventorySystem web = Systems.system("web-1")
 *         .with("arch", "x86_64")
 *         .withPackages("bash-0:5.1.8-9.el9.x86_64")
 *         .withTag("insights-client", "role", "web")
 *         .build();
 * }</pre>
 */
public final class Systems {

    private Systems() {}

    /**
     * A system that never uploaded a profile, until it is told what it has.
     *
     * @param name its display name; id and fqdn follow from it
     * @return a builder
     */
    public static SystemBuilder system(String name) {
        return new SystemBuilder(name);
    }

    /**
     * An earlier profile of a system, at first the same as today's.
     *
     * @param system a builder, in the present state
     * @return a builder
     */
    public static HistoricalProfileBuilder historicalProfileOf(SystemBuilder system) {
        return historicalProfileOf(system.document());
    }

    /**
     * An earlier profile of a system, at first the same as today's.
     *
     * @param system the system
     * @return a builder
     */
    public static HistoricalProfileBuilder historicalProfileOf(SystemDocument system) {
        return new HistoricalProfileBuilder(system);
    }
}
