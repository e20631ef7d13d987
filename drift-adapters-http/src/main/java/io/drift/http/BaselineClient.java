package io.drift.http;

import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.RequestContext;
import io.drift.core.source.Baseline;
import io.drift.json.BaselineReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Baselines from the baseline service, which lets Drift in by the shared secret. */
final class BaselineClient implements BaselineCatalog {

    private static final String SHARED_SECRET = "x-rh-drift-internal-api";

    private final PlatformHttp http;
    private final HttpUrl baselines;
    private final @Nullable String sharedSecret;

    BaselineClient(PlatformHttp http, HttpUrl base, @Nullable String sharedSecret) {
        this.http = http;
        this.baselines = base.newBuilder()
                .encodedPath("/api/system-baseline/v1/baselines")
                .build();
        this.sharedSecret = sharedSecret;
    }

    @Override
    public List<Baseline> find(List<String> ids, RequestContext context) {
        return PlatformHttp.join(BatchedGet.start(ids, batch -> get(batch, context))).stream()
                .flatMap(List::stream)
                .toList();
    }

    private CompletableFuture<List<Baseline>> get(String batch, RequestContext context) {
        Request.Builder request = new Request.Builder()
                .url(baselines.newBuilder().addPathSegment(batch).build());
        if (sharedSecret != null) {
            request.header(SHARED_SECRET, sharedSecret);
        }
        return http.get(request, Service.BASELINES, context, BaselineReader::readBaselines);
    }
}
