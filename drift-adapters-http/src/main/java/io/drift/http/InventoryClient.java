package io.drift.http;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.InventorySystem;
import io.drift.core.source.SourceId;
import io.drift.json.DocumentLimits;
import io.drift.json.HostReader;
import io.drift.json.ProfileReader;
import io.drift.json.TagReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Systems from the host inventory, which keeps their records, profiles and tags in three documents. */
final class InventoryClient implements SystemInventory {

    private final PlatformHttp http;
    private final HttpUrl hosts;
    private final ProfileReader profiles;

    InventoryClient(PlatformHttp http, HttpUrl base, Reading reading) {
        this.http = http;
        this.hosts = base.newBuilder().encodedPath("/api/inventory/v1/hosts").build();
        this.profiles = new ProfileReader(reading);
    }

    @Override
    public List<InventorySystem> find(List<String> ids, RequestContext context) {
        DocumentLimits limits = http.limitsOf(context);
        ProfileReader reader = profiles.ofOneRequest(limits);
        var hostCalls =
                BatchedGet.calls(ids, batch -> call(url(batch), context, in -> HostReader.readHosts(in, limits)));
        var profileCalls =
                BatchedGet.calls(ids, batch -> call(url(batch, "system_profile"), context, reader::readProfiles));
        var tagCalls =
                BatchedGet.calls(ids, batch -> call(url(batch, "tags"), context, in -> TagReader.readTags(in, limits)));
        http.run(Stream.of(hostCalls, profileCalls, tagCalls)
                .flatMap(List::stream)
                .toList());
        Map<SourceId, RecordedProfile> profileOf = byId(PlatformHttp.answers(profileCalls));
        Map<SourceId, RecordedFacts> tagsOf = byId(PlatformHttp.answers(tagCalls));
        RecordedProfile none = profiles.none();
        return PlatformHttp.answers(hostCalls).stream()
                .flatMap(List::stream)
                .map(host -> InventorySystem.of(
                        host,
                        profileOf.getOrDefault(SourceId.of(host.id()), none),
                        tagsOf.getOrDefault(SourceId.of(host.id()), RecordedFacts.NONE)))
                .toList();
    }

    private <T> ServiceCall<T> call(HttpUrl url, RequestContext context, ServiceCall.BodyReader<T> reader) {
        return http.call(url, Service.INVENTORY, context, reader);
    }

    private HttpUrl url(String batch) {
        return hosts.newBuilder().addPathSegment(batch).build();
    }

    private HttpUrl url(String batch, String document) {
        return url(batch).newBuilder().addPathSegment(document).build();
    }

    private static <T> Map<SourceId, T> byId(List<Map<String, T>> batches) {
        Map<SourceId, T> all = new HashMap<>();
        batches.forEach(batch -> batch.forEach((id, item) -> all.put(SourceId.of(id), item)));
        return all;
    }
}
