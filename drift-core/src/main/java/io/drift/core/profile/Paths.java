package io.drift.core.profile;

import java.util.HashMap;
import java.util.Map;

/** Paths of leaves, each of which is put together once: systems have much the same. */
final class Paths {

    private final Map<String, Map<String, String>> known = new HashMap<>();

    /** The path of a member: both texts with a dot between them. */
    String of(String parent, String member) {
        Map<String, String> members = known.get(parent);
        if (members == null) {
            members = new HashMap<>();
            known.put(parent, members);
        }
        String path = members.get(member);
        if (path == null) {
            path = parent + "." + member;
            members.put(member, path);
        }
        return path;
    }
}
