package io.drift.json;

import io.drift.core.profile.LookedAt;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.HistoricalProfile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads system profiles and records them while they stream in. Each document gets a dictionary of its own, unless the
 * reader is one {@link #ofOneRequest}.
 *
 * <pre>{@code
 * ProfileReader reader = new ProfileReader(Reading.EXACT);
 * Map<String, RecordedProfile> profiles = reader.readProfiles(in);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class ProfileReader {

    private final Recorders recorders;

    /**
     * A reader.
     *
     * @param reading how closely profiles are read
     */
    public ProfileReader(Reading reading) {
        this(Recorders.ofSingleDocuments(reading));
    }

    private ProfileReader(Recorders recorders) {
        this.recorders = recorders;
    }

    /**
     * A reader for the documents of one request, which works out what recurs in several of them only once. It keeps
     * names that come from users, and so is to be dropped with the request.
     *
     * @return a reader like this one, which may read several documents at once
     */
    public ProfileReader ofOneRequest() {
        return ofOneRequest(DocumentLimits.NONE);
    }

    /**
     * As {@link #ofOneRequest()}, up to limits: beyond them a document is unreadable.
     *
     * @param limits how much is read
     * @return a reader like this one, which may read several documents at once
     */
    public ProfileReader ofOneRequest(DocumentLimits limits) {
        return new ProfileReader(recorders.ofOneRequest(limits));
    }

    /**
     * Reads an answer of {@code /hosts/{ids}/system_profile}.
     *
     * @param in the answer, UTF-8
     * @return the profiles by the id of their system, as written in the answer
     * @throws UnreadableJsonException if it is not JSON or has another shape
     * @throws IOException if {@code in} fails
     */
    public Map<String, RecordedProfile> readProfiles(InputStream in) throws IOException {
        return recorders.with(profiles -> ResultsReader.read(in, recorders.limits(), source -> {
            Map<String, RecordedProfile> read = new LinkedHashMap<>();
            source.items(
                    "results",
                    item -> item.document(false, one -> {
                        Entry entry = Entry.read(one, profiles);
                        read.put(entry.fields.required("id"), entry.profile);
                    }));
            return read;
        }));
    }

    /**
     * Reads an answer of {@code /profiles/{ids}} of the historical profiles.
     *
     * @param in the answer, UTF-8
     * @return the profiles in their order
     * @throws UnreadableJsonException if it is not JSON or has another shape
     * @throws IOException if {@code in} fails
     */
    public List<HistoricalProfile> readHistoricalProfiles(InputStream in) throws IOException {
        return recorders.with(profiles -> ResultsReader.read(in, recorders.limits(), source -> {
            List<HistoricalProfile> read = new ArrayList<>();
            source.items(
                    "data",
                    item -> item.document(
                            false, one -> read.add(Entry.read(one, profiles).asHistorical())));
            return read;
        }));
    }

    /**
     * What a system has that never uploaded a profile.
     *
     * @return the facts that every report shows, all missing
     */
    public RecordedProfile none() {
        return recorders.fresh().record(Map.of());
    }

    /** An object that has a profile under {@code system_profile}. */
    private record Entry(TextFields fields, RecordedProfile profile) {

        private static final String LOOKED_AT = "looked_at";
        private static final Set<String> FIELDS =
                Set.of("id", "display_name", "inventory_id", "captured_date", LOOKED_AT);

        static Entry read(JsonSource source, ProfileStream profiles) throws IOException {
            List<RecordedProfile> profile = new ArrayList<>(1);
            boolean isExact = profiles.recorder().reading() == Reading.EXACT;
            List<LookedAt> lookedAt = new ArrayList<>(List.of(LookedAt.everything()));
            TextFields fields = TextFields.read("a profile", FIELDS, source, (name, member) -> {
                if (name.equals("system_profile") && !profile.isEmpty()) {
                    throw member.wrongShape("system_profile stands twice");
                } else if (name.equals("system_profile")) {
                    profile.add(profiles.read(member));
                } else if (name.equals(LOOKED_AT) && isExact) {
                    lookedAt.set(0, LookedAtReader.read(member.plain()));
                } else {
                    member.skip();
                }
            });
            String text = fields.get(LOOKED_AT);
            if (isExact && text != null) {
                lookedAt.set(0, LookedAtReader.read(text));
            }
            RecordedProfile read = profile.isEmpty() ? profiles.none() : profile.get(0);
            return new Entry(fields, read.withLookedAt(lookedAt.get(0)));
        }

        HistoricalProfile asHistorical() throws UnreadableJsonException {
            String id = fields.required("id");
            String name = fields.get("display_name");
            String captured = fields.get("captured_date");
            return new HistoricalProfile(
                    id,
                    name == null ? id : name,
                    fields.get("inventory_id"),
                    captured == null ? profile.header().capturedDate() : captured,
                    profile);
        }
    }
}
