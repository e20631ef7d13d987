package io.drift.core.profile;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths of leaves, each of which is put together once: systems have much the same. */
final class Paths {

    private final Map<String, Map<String, String>> known = new HashMap<>();
    /** Members of one parent come one after the other. */
    private @Nullable String lastParent;

    private Map<String, String> lastMembers = Map.of();

    /** The path of a member: both texts with a dot between them. */
    String of(String parent, String member) {
        if (!parent.equals(lastParent)) {
            lastMembers = known.computeIfAbsent(parent, any -> new HashMap<>());
            lastParent = parent;
        }
        Map<String, String> members = lastMembers;
        String path = members.get(member);
        if (path == null) {
            path = parent + "." + member;
            members.put(member, path);
        }
        return path;
    }
}
