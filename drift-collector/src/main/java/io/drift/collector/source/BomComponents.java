package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import io.drift.collector.HostDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The components of a bill of materials. Packages of the system become packages as profiles have them; all others are
 * below {@code components}, by the kind and the name of their package URL.
 */
final class BomComponents {

    private static final String GROUP = "components";
    private static final String DEB_GROUP = "deb_packages";
    private static final int DEEPEST = 50;

    private final HostDraft host = new HostDraft();
    private final Map<String, List<String>> others = new TreeMap<>();
    private int malformed;
    private int tooDeep;
    private boolean hasPackages;

    void addAll(JsonNode components) {
        addAll(components, 0);
    }

    private void addAll(JsonNode components, int depth) {
        for (JsonNode component : components) {
            add(component);
            if (depth < DEEPEST) {
                addAll(component.path("components"), depth + 1);
            } else {
                tooDeep += component.path("components").size();
            }
        }
    }

    private void add(JsonNode component) {
        if (component.path("purl").isTextual()) {
            try {
                add(new PackageURL(component.get("purl").textValue()));
            } catch (MalformedPackageURLException odd) {
                malformed++;
            }
        } else if (component.path("type").asText().equals("operating-system")) {
            host.profile().put("os_release", component.path("version").asText());
            host.onlyLookedAt("os_release");
        } else {
            other(
                    component.path("type").asText() + "/"
                            + component.path("name").asText(),
                    component.path("version").asText());
        }
    }

    private void add(PackageURL purl) {
        String version = purl.getVersion() == null ? "" : purl.getVersion();
        String arch = qualifier(purl, "arch");
        String epoch = qualifier(purl, "epoch");
        boolean isSource = "src".equals(arch) || "source".equals(arch);
        switch (isSource || version.isEmpty() ? "" : purl.getType()) {
            case "rpm" -> nevra(purl.getName(), epoch, version, arch);
            case "apk" -> nevra(purl.getName(), null, version, arch);
            case "deb" -> {
                hasPackages = true;
                String whole = epoch == null || version.contains(":") ? version : epoch + ":" + version;
                new DebEntry(purl.getName(), whole, arch).addTo(host.profile().withArrayProperty(DEB_GROUP));
            }
            default -> {
                String namespace = purl.getNamespace() == null ? "" : purl.getNamespace() + "/";
                other(purl.getType() + "/" + namespace + purl.getName(), version);
            }
        }
    }

    private static @Nullable String qualifier(PackageURL purl, String name) {
        Map<String, String> qualifiers = purl.getQualifiers();
        return qualifiers == null ? null : qualifiers.get(name);
    }

    private void nevra(String name, @Nullable String epoch, String version, @Nullable String arch) {
        hasPackages = true;
        host.profile()
                .withArrayProperty(PackageList.GROUP)
                .add(name + "-" + (epoch == null ? "" : epoch + ":") + version + (arch == null ? "" : "." + arch));
    }

    private void other(String name, String version) {
        others.computeIfAbsent(name, any -> new ArrayList<>()).add(version);
    }

    /**
     * Hands over what was read.
     *
     * @param name what the bill is of; empty if it does not tell
     */
    void end(String name, Findings found) throws UnreadableSourceException {
        if (others.isEmpty() && !hasPackages) {
            throw new UnreadableSourceException("there is no component with a package URL in this bill of materials");
        }
        if (!name.isEmpty()) {
            host.name(name);
        }
        others.forEach((component, versions) -> host.profile()
                .withObjectProperty(GROUP)
                .put(component, String.join(", ", versions.stream().sorted().toList())));
        host.onlyLookedAt(GROUP);
        if (hasPackages) {
            host.onlyLookedAt(PackageList.GROUP, DEB_GROUP);
        }
        tellWhatIsMissing(found);
        found.host(host);
    }

    private void tellWhatIsMissing(Findings found) {
        int missing = malformed + tooDeep;
        if (missing > 0) {
            host.notLookedAt(PackageList.GROUP);
            host.notLookedAt(GROUP);
            found.missing(missing + (missing == 1 ? " component has" : " components have")
                    + " no package URL that can be read, or " + (missing == 1 ? "is" : "are") + " nested too deep, and "
                    + (missing == 1 ? "was" : "were") + " left out");
        }
    }
}
