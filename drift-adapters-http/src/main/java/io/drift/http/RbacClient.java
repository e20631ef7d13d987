package io.drift.http;

import io.drift.core.access.Permission;
import io.drift.core.error.DriftException;
import io.drift.core.port.AccessControl;
import io.drift.core.port.RequestContext;
import io.drift.json.AccessPage;
import io.drift.json.AccessReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Permissions from the platform's role-based access control, which may spread them over pages. All pages together may
 * take as long as one call, and none of them is looked for on another host: an identity goes along.
 */
final class RbacClient implements AccessControl {

    /** With the usual ten permissions a page these are a thousand permissions, more than any caller has. */
    private static final int MOST_PAGES = 100;

    private final PlatformHttp http;
    private final HttpUrl access;

    RbacClient(PlatformHttp http, HttpUrl base) {
        this.http = http;
        this.access = base.newBuilder()
                .encodedPath("/api/rbac/v1/access/")
                .addEncodedQueryParameter("application", "drift,inventory")
                .build();
    }

    @Override
    public List<Permission> find(RequestContext context) {
        RequestContext allPages = http.withinOneCall(context);
        List<Permission> granted = new ArrayList<>();
        Set<HttpUrl> asked = new HashSet<>();
        AccessPage page = page(access, asked, allPages);
        granted.addAll(page.permissions());
        while (page.next() != null) {
            page = page(urlOf(page.next()), asked, allPages);
            granted.addAll(page.permissions());
        }
        return granted;
    }

    private AccessPage page(HttpUrl url, Set<HttpUrl> asked, RequestContext context) {
        if (!asked.add(url)) {
            throw unusable("its pages lead in a circle");
        }
        if (asked.size() > MOST_PAGES) {
            throw unusable("it has more than " + MOST_PAGES + " pages");
        }
        return http.join(List.of(
                        http.call(url, Service.RBAC, context, in -> AccessReader.readPage(in, http.limitsOf(context)))))
                .get(0);
    }

    /** Only a path and a query are taken from the service, never where to go. */
    private HttpUrl urlOf(String next) {
        if (!next.startsWith("/") || next.startsWith("//") || next.indexOf('\\') >= 0) {
            throw unusable("its next page is not on the same host");
        }
        String[] parts = next.split("\\?", 2);
        return access.newBuilder()
                .encodedPath(parts[0])
                .encodedQuery(parts.length == 2 ? parts[1] : null)
                .build();
    }

    private DriftException unusable(String why) {
        Request request = new Request.Builder().url(access).build();
        return Service.RBAC.failure(FailedCall.unreadable(request, new IOException(why)));
    }
}
