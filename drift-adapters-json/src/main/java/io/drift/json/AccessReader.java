package io.drift.json;

import io.drift.core.access.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads permissions as the platform's RBAC answers them. Restrictions to groups are the inventory's business. */
public final class AccessReader {

    private AccessReader() {}

    /**
     * Reads an answer of {@code /access/}.
     *
     * @param in the answer, UTF-8
     * @return the permissions in their order
     * @throws UnreadableJsonException if it is not JSON or has another shape
     * @throws IOException if {@code in} fails
     */
    public static List<Permission> readPermissions(InputStream in) throws IOException {
        return ResultsReader.read(in, source -> {
            List<Permission> permissions = new ArrayList<>();
            source.items("data", item -> {
                TextFields access = TextFields.read("an access", item);
                permissions.add(new Permission(access.required("permission")));
            });
            return permissions;
        });
    }
}
