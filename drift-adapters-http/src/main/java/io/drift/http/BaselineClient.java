package io.drift.http;

import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.RequestContext;
import io.drift.core.source.Baseline;
import io.drift.json.BaselineReader;
import io.drift.json.DocumentReader;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Baselines, and how much they are used, from the baseline service, which lets Drift in by the shared secret. */
final class BaselineClient implements BaselineCatalog, BaselineStatistics {

    private static final String SHARED_SECRET = "x-rh-drift-internal-api";

    private final PlatformHttp http;
    private final HttpUrl baselines;
    private final HttpUrl status;
    private final @Nullable String sharedSecret;

    BaselineClient(PlatformHttp http, HttpUrl base, @Nullable String sharedSecret) {
        this.http = http;
        this.baselines = base.newBuilder()
                .encodedPath("/api/system-baseline/v1/baselines")
                .build();
        this.status = base.newBuilder()
                .encodedPath("/api/system-baseline/admin/status")
                .build();
        this.sharedSecret = sharedSecret;
    }

    @Override
    public List<Baseline> find(List<String> ids, RequestContext context) {
        return http.join(BatchedGet.calls(ids, batch -> call(batch, context))).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String find(RequestContext context) {
        return http.join(List.of(call(status, context, DocumentReader::readText)))
                .get(0);
    }

    private ServiceCall<List<Baseline>> call(String batch, RequestContext context) {
        return call(
                baselines.newBuilder().addPathSegment(batch).build(),
                context,
                in -> BaselineReader.readBaselines(in, http.limitsOf(context)));
    }

    private <T> ServiceCall<T> call(HttpUrl url, RequestContext context, ServiceCall.BodyReader<T> reader) {
        Request.Builder request = new Request.Builder().url(url);
        if (sharedSecret != null) {
            request.header(SHARED_SECRET, sharedSecret);
        }
        return http.call(request, Service.BASELINES, context, reader);
    }
}
