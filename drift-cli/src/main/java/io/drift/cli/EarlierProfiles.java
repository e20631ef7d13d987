package io.drift.cli;

import io.drift.core.source.TimeStamp;
import io.drift.json.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The earlier profiles of a system that a server has.
 *
 * @param profiles the newest first
 */
record EarlierProfiles(List<Earlier> profiles) {

    /** So many are asked for. */
    static final int MOST = 100;

    /** A profile by its id, and when it was captured. */
    record Earlier(String id, Instant captured) {}

    /** Sorts them. */
    EarlierProfiles {
        profiles = profiles.stream()
                .sorted(Comparator.comparing(Earlier::captured).reversed())
                .toList();
    }

    /** Reads the list of a system; what has no id or no date is no choice. */
    static EarlierProfiles read(InputStream in) throws IOException {
        List<Earlier> profiles = new ArrayList<>();
        for (Object system : list(DocumentReader.readPlain(in.readAllBytes()), "data")) {
            for (Object profile : list(system, "profiles")) {
                if (profile instanceof Map<?, ?> one
                        && one.get("id") instanceof String id
                        && one.get("captured_date") instanceof String captured) {
                    TimeStamp.parse(captured).ifPresent(date -> profiles.add(new Earlier(id, date)));
                }
            }
        }
        return new EarlierProfiles(profiles);
    }

    private static List<?> list(@Nullable Object object, String member) {
        return object instanceof Map<?, ?> map && map.get(member) instanceof List<?> list ? list : List.of();
    }

    /**
     * The one that is meant.
     *
     * @return its id
     * @throws CannotCompareException if there is none
     */
    String choose(String name, Moment moment, Clock clock) {
        if (moment instanceof Moment.ProfileId id) {
            return checked(name, id.id().toString());
        }
        if (moment instanceof Moment.Previous) {
            return beforeNewest(name);
        }
        Moment.At at = moment instanceof Moment.Ago ago ? ago.before(clock) : (Moment.At) moment;
        return chosen(
                name,
                profiles.stream()
                        .filter(one -> !one.captured().isAfter(at.latest()))
                        .toList());
    }

    /** Of a system with more profiles than one page has, the server may know others. */
    private String checked(String name, String id) {
        boolean isWholeList = profiles.size() < MOST;
        if (isWholeList && profiles.stream().noneMatch(one -> one.id().equalsIgnoreCase(id))) {
            throw new CannotCompareException("the server has no profile " + id + " of " + name);
        }
        return id;
    }

    private String beforeNewest(String name) {
        if (profiles.size() == 1) {
            throw new CannotCompareException("the server has one profile of " + name + ", the current one, of "
                    + profiles.get(0).captured() + ": there is none before it yet");
        }
        return chosen(name, profiles.stream().skip(1).toList());
    }

    private String chosen(String name, List<Earlier> old) {
        if (old.isEmpty()) {
            throw new CannotCompareException("the server has no profile of " + name + " that is so old"
                    + (profiles.isEmpty()
                            ? ""
                            : "; the oldest is of "
                                    + profiles.get(profiles.size() - 1).captured()));
        }
        return old.get(0).id();
    }
}
