package io.drift.testkit;

/** A service of the platform. */
public enum PlatformService {
    /** Host records, system profiles and tags. */
    INVENTORY("inventory", 8082),
    /** Baselines. */
    BASELINES("baselines", 8003),
    /** Historical profiles. */
    HISTORICAL_PROFILES("historical profiles", 8004),
    /** Role-based access control: permissions. */
    RBAC("rbac", 8086);

    private final String words;
    private final int usualPort;

    PlatformService(String words, int usualPort) {
        this.words = words;
        this.usualPort = usualPort;
    }

    /**
     * The port that {@code local_cdappconfig.json} expects it on.
     *
     * @return a port number
     */
    public int usualPort() {
        return usualPort;
    }

    /** Its name in words. */
    @Override
    public String toString() {
        return words;
    }
}
