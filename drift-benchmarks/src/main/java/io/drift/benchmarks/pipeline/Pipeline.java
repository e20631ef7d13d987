package io.drift.benchmarks.pipeline;

import io.drift.benchmarks.fleet.InventoryAnswers;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonListener;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import io.drift.json.HostReader;
import io.drift.json.ProfileReader;
import io.drift.json.ReportJson;
import io.drift.json.TagReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the bytes of the inventory's answers to the bytes of a report, on one thread, as the server does it. */
public final class Pipeline {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final ProfileReader profiles;

    /** As the service reads unless it is asked otherwise. */
    public Pipeline() {
        this(Reading.ARCHIVED);
    }

    /** Profiles are read in this way. */
    Pipeline(Reading reading) {
        profiles = new ProfileReader(reading);
    }

    /** Reads the systems of all answers. */
    public List<InventorySystem> parse(List<InventoryAnswers> answers) throws IOException {
        ProfileReader reader = reader();
        List<InventorySystem> systems = new ArrayList<>();
        for (InventoryAnswers answer : answers) {
            systems.addAll(parse(answer, reader));
        }
        return systems;
    }

    /** A reader for one report. */
    public ProfileReader reader() {
        return profiles.ofOneRequest();
    }

    /** Reads the systems of the answers to one call each. */
    public List<InventorySystem> parse(InventoryAnswers answer, ProfileReader reader) throws IOException {
        List<HostRecord> hosts = HostReader.readHosts(new ByteArrayInputStream(answer.hosts()));
        Map<String, RecordedProfile> profileOf = reader.readProfiles(new ByteArrayInputStream(answer.profiles()));
        Map<String, RecordedFacts> tagsOf = TagReader.readTags(new ByteArrayInputStream(answer.tags()));
        return hosts.stream()
                .map(host -> InventorySystem.of(host, profileOf.get(host.id()), tagsOf.get(host.id())))
                .toList();
    }

    /** Compares them. */
    public ComparisonReport compare(List<InventorySystem> systems, ComparisonListener listener) {
        return Comparison.of(systems).withListener(listener).report(CLOCK);
    }

    /** Writes the report. */
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        new ReportJson().write(report, out);
    }

    /** All three. */
    public void run(List<InventoryAnswers> answers, OutputStream out) throws IOException {
        write(compare(parse(answers), ComparisonListener.NONE), out);
    }
}
