package io.drift.http;

import io.drift.core.access.Permission;
import io.drift.core.port.AccessControl;
import io.drift.core.port.RequestContext;
import io.drift.json.AccessReader;
import java.util.List;
import okhttp3.HttpUrl;

/** Permissions from the platform's role-based access control. */
final class RbacClient implements AccessControl {

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
        return PlatformHttp.join(List.of(http.get(access, Service.RBAC, context, AccessReader::readPermissions)))
                .get(0);
    }
}
