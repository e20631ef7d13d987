package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.drift.collector.HostDraft;
import java.util.Set;

/**
 * What {@code package_facts} adds to the facts of a host: a list of versions for each package.
 *
 * @param packages lists, by the name of the package; missing if they were not asked for
 */
record AnsiblePackages(JsonNode packages) {

    private static final String FACT = "packages";

    void tell(HostDraft host, Set<String> mapped) {
        if (!packages.isObject()) {
            return;
        }
        mapped.add(FACT);
        packages.forEach(versions -> versions.forEach(version -> add(host, version)));
        host.onlyLookedAt(PackageList.GROUP);
    }

    private static void add(HostDraft host, JsonNode one) {
        String name = one.path("name").asText();
        String version = one.path("version").asText();
        String release = one.path("release").asText();
        String arch = one.path("arch").asText();
        if (one.path("source").asText().equals("rpm")) {
            String epoch =
                    one.path("epoch").isIntegralNumber() ? one.path("epoch").asText() + ":" : "";
            boolean isKey = arch.isEmpty() || arch.equals("null");
            host.profile()
                    .withArrayProperty(PackageList.GROUP)
                    .add(name + "-" + epoch + version + "-" + release + (isKey ? "" : "." + arch));
        } else {
            new DebEntry(name, version, arch.isEmpty() ? null : arch)
                    .addTo(host.profile().withArrayProperty("deb_packages"));
        }
    }
}
