package io.drift.cli;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.Baseline;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.SourceId;
import io.drift.json.BaselineDocument;
import io.drift.json.BaselineReader;
import io.drift.json.FileDocument;
import io.drift.json.HostDocument;
import io.drift.json.HostReader;
import io.drift.json.ProfileReader;
import io.drift.json.TagReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Systems, their earlier profiles and baselines that a server knows: Drift's own, or the platform's. */
final class ServerSource implements DocumentSource {

    private static final String HOSTS = "/api/inventory/v1/hosts";
    static final String BASELINES = "/api/system-baseline/v1/baselines";
    private static final String HISTORY = "/api/historical-system-profiles/v1";
    private static final String TAGS = "tags";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;
    private static final int FEW = 5;

    private final ServerCalls calls;
    private final Clock clock;
    private final ProfileReader profiles;

    ServerSource(ServerAccess access, Clock clock, Reading reading) {
        this.profiles = new ProfileReader(reading);
        this.calls = new ServerCalls(access);
        this.clock = clock;
    }

    @Override
    public List<Answer> read(List<ColumnWord> words) {
        return words.stream().map(word -> answer((ColumnWord.OnServer) word)).toList();
    }

    private Answer answer(ColumnWord.OnServer word) {
        try {
            FileDocument document = word.baseline() ? baseline(word.name()) : system(word);
            return Answer.of(List.of(document));
        } catch (CannotCompareException failed) {
            return Answer.failed(String.valueOf(failed.getMessage()));
        }
    }

    /** The id of a baseline. */
    String baselineId(String name) {
        return isId(name) ? name : onlyOne("baseline", name, named(name), Baseline::name, Baseline::id);
    }

    /** The id of a system. */
    String systemId(String name) {
        return isId(name) ? name : idOf(name);
    }

    /** The id of an earlier profile of a system. */
    String profileId(String name, String systemId, Moment moment) {
        return calls.get(
                        HISTORY + "/systems/" + ServerCalls.encoded(systemId) + "?limit=" + EarlierProfiles.MOST,
                        EarlierProfiles::read)
                .choose(name, moment, clock);
    }

    private FileDocument baseline(String name) {
        String id = baselineId(name);
        List<Baseline> found = calls.get(BASELINES + "/" + ServerCalls.encoded(id), BaselineReader::readBaselines);
        Baseline baseline = asked(found, id, Baseline::id, "baseline", name);
        return new BaselineDocument(baseline.id(), baseline.name(), baseline.updated(), baseline.facts());
    }

    private List<Baseline> named(String name) {
        return pages(page -> calls.get(
                BASELINES + "?display_name=" + ServerCalls.encoded(name) + "&limit=" + PAGE + "&offset="
                        + (page - 1) * PAGE,
                BaselineReader::readBaselines));
    }

    private FileDocument system(ColumnWord.OnServer word) {
        String name = word.name();
        String id = systemId(name);
        return word.moment() == null ? today(name, id) : earlier(name, id, word.moment());
    }

    /** By the name that people gave it; if none has it, by its host name with domain. */
    private String idOf(String name) {
        List<HostRecord> like = hosts("display_name", name);
        if (like.stream().noneMatch(host -> host.name().equalsIgnoreCase(name))) {
            List<HostRecord> same = hosts("fqdn", name).stream()
                    .filter(host -> name.equalsIgnoreCase(host.fqdn()))
                    .toList();
            if (!same.isEmpty()) {
                return onlyOne("system", name, same, any -> name, HostRecord::id);
            }
        }
        return onlyOne("system", name, like, HostRecord::name, HostRecord::id);
    }

    private List<HostRecord> hosts(String filter, String name) {
        return pages(page -> calls.get(
                HOSTS + "?" + filter + "=" + ServerCalls.encoded(name) + "&per_page=" + PAGE + "&page=" + page,
                HostReader::readHosts));
    }

    private HostDocument today(String name, String id) {
        String path = HOSTS + "/" + ServerCalls.encoded(id);
        HostRecord host = asked(calls.get(path, HostReader::readHosts), id, HostRecord::id, "system", name);
        Map<String, RecordedProfile> profile = calls.get(path + "/system_profile", profiles::readProfiles);
        Map<String, RecordedFacts> tags = calls.get(path + "/tags", TagReader::readTags);
        return new HostDocument(
                host,
                profile.getOrDefault(host.id(), profiles.none()),
                tags.getOrDefault(host.id(), RecordedFacts.NONE));
    }

    /** The inventory's id makes it history of the system, where that is compared, too. */
    private HostDocument earlier(String name, String id, Moment moment) {
        String profileId = profileId(name, id, moment);
        List<HistoricalProfile> found =
                calls.get(HISTORY + "/profiles/" + ServerCalls.encoded(profileId), profiles::readHistoricalProfiles);
        HistoricalProfile profile = asked(found, profileId, HistoricalProfile::id, "profile", profileId);
        HostRecord host = new HostRecord(id, profile.name(), null, profile.capturedDate(), null);
        return new HostDocument(host, withoutTags(profile.profile()), RecordedFacts.NONE);
    }

    /** Drift keeps no tags with an earlier profile, which does not mean that the system had none. */
    private static RecordedProfile withoutTags(RecordedProfile profile) {
        boolean hasTags = profile.facts().asMap().keySet().stream()
                .anyMatch(fact -> fact.toString().startsWith(TAGS + "."));
        return hasTags || profile.reading() != Reading.EXACT
                ? profile
                : profile.withLookedAt(profile.lookedAt().withExcept(List.of(TAGS)));
    }

    private static boolean isId(String name) {
        return Moment.UUID_FORM.matcher(name).matches();
    }

    private static <T> List<T> pages(Function<Integer, List<T>> page) {
        List<T> all = new ArrayList<>();
        for (int number = 1; number <= MOST_PAGES; number++) {
            List<T> found = page.apply(number);
            all.addAll(found);
            if (found.size() < PAGE) {
                return all;
            }
        }
        throw new CannotCompareException(
                "more than " + MOST_PAGES * PAGE + " names on the server are like it: give the id");
    }

    /** The one with the id that was asked for, whatever else the server tells. */
    private static <T> T asked(List<T> found, String id, Function<T, String> idOf, String kind, String name) {
        return found.stream()
                .filter(one -> SourceId.of(idOf.apply(one)).equals(SourceId.of(id)))
                .findFirst()
                .orElseThrow(() -> new CannotCompareException("there is no " + kind + " " + name + " on the server"
                        + (found.isEmpty() ? "" : ", which told of another one")));
    }

    /** The server also finds names that have the name in them. */
    private static <T> String onlyOne(
            String kind, String name, List<T> like, Function<T, String> nameOf, Function<T, String> idOf) {
        List<T> same =
                like.stream().filter(one -> nameOf.apply(one).equals(name)).toList();
        List<T> found = same.isEmpty()
                ? like.stream()
                        .filter(one -> nameOf.apply(one).equalsIgnoreCase(name))
                        .toList()
                : same;
        if (found.size() == 1) {
            return idOf.apply(found.get(0));
        }
        if (found.isEmpty()) {
            String others = like.stream().map(nameOf).distinct().limit(FEW).collect(Collectors.joining(", "));
            throw new CannotCompareException("there is no " + kind + " " + name + " on the server"
                    + (others.isEmpty() ? "" : "; there is " + others));
        }
        throw new CannotCompareException("several of the server are called " + name + ": give one of the ids "
                + found.stream().map(idOf).collect(Collectors.joining(", ")));
    }
}
