package io.drift.json;

import io.drift.core.access.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads permissions as the platform's RBAC answers them. Restrictions to groups are the inventory's business.
 *
 * <pre>{@code
 * try (InputStream in = Files.newInputStream(file)) {
 *     System.out.println("first page: " + AccessReader.readPage(in).permissions());
 * }
 * }</pre>
 */
public final class AccessReader {

    private static final String PERMISSION = "permission";
    private static final String NEXT = "next";

    private AccessReader() {}

    /**
     * Reads an answer of {@code /access/}.
     *
     * @param in the answer, UTF-8
     * @return the permissions on this page, and where the next one is
     * @throws UnreadableJsonException if it is not JSON or has another shape
     * @throws IOException if {@code in} fails
     */
    public static AccessPage readPage(InputStream in) throws IOException {
        return readPage(in, DocumentLimits.NONE);
    }

    /**
     * As {@link #readPage(InputStream)}, up to limits.
     *
     * @param in the answer, UTF-8
     * @param limits how much is read
     * @return as there
     * @throws UnreadableJsonException as there, and if there is more
     * @throws IOException if {@code in} fails
     */
    public static AccessPage readPage(InputStream in, DocumentLimits limits) throws IOException {
        Links links = new Links();
        List<Permission> permissions = ResultsReader.read(in, limits, AccessReader::permissions, links::read);
        return new AccessPage(permissions, links.next);
    }

    private static List<Permission> permissions(JsonSource source) throws IOException {
        List<Permission> permissions = new ArrayList<>();
        source.items(
                "data",
                item -> item.document(true, one -> {
                    TextFields access = TextFields.read("an access", Set.of(PERMISSION), one);
                    permissions.add(new Permission(access.required(PERMISSION)));
                }));
        return permissions;
    }

    /** Where other pages are; null or empty where there is none. */
    private static final class Links {
        @Nullable
        String next;

        void read(String name, JsonSource member) throws IOException {
            if (name.equals("links") && !member.isNull()) {
                String text = TextFields.read("links", Set.of(NEXT), member).get(NEXT);
                next = text == null || text.isEmpty() ? null : text;
            } else {
                member.skip();
            }
        }
    }
}
