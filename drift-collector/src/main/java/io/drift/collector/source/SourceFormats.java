package io.drift.collector.source;

import java.util.List;
import java.util.Optional;

/** All formats, in the order in which a file is tried: what is told apart by more comes first. */
final class SourceFormats {

    static final List<SourceFormat> ALL = List.of(
            new ArchiveFile(),
            new CollectionFile(),
            new AnsibleFacts(),
            new CycloneDx(),
            new DpkgStatusFile(),
            new DpkgTable(),
            new DpkgQuery(),
            new RpmNames(),
            new ApkNames(),
            new SysctlSettings(),
            new KeyValueFile(),
            new YamlFile(),
            new JsonFile());

    private SourceFormats() {}

    static Optional<SourceFormat> fitting(Beginning beginning) {
        return ALL.stream()
                .filter(format -> format.takes(beginning) && format.fits(beginning))
                .findFirst();
    }

    static Optional<SourceFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
