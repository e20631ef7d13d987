package io.drift.core.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compressed lower-case form of an IPv6 address. A zone is kept; what is not an address stays as it is. */
final class Ipv6Text {

    private static final int GROUPS = 8;
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    private static final Pattern IPV4 = Pattern.compile(String.join("\\.", OCTET, OCTET, OCTET, OCTET));

    private Ipv6Text() {}

    static String compressed(String text) {
        int percent = text.indexOf('%');
        String address = percent < 0 ? text : text.substring(0, percent);
        String zone = percent < 0 ? "" : text.substring(percent);
        boolean badZone = zone.length() == 1 || zone.indexOf('%', 1) > 0 || zone.indexOf('/') > 0;
        List<Integer> groups = badZone ? List.of() : parse(address);
        return groups.size() == GROUPS ? write(groups) + zone : text;
    }

    /** The eight groups, or any other number of them if the text is not an address. */
    private static List<Integer> parse(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groupsOf(address, true).orElse(List.of());
        }
        var head = groupsOf(address.substring(0, gap), false);
        var tail = groupsOf(address.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= GROUPS) {
            return List.of();
        }
        List<Integer> groups = new ArrayList<>(head.get());
        while (groups.size() + tail.get().size() < GROUPS) {
            groups.add(0);
        }
        groups.addAll(tail.get());
        return groups;
    }

    private static Optional<List<Integer>> groupsOf(String text, boolean atEnd) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            OptionalInt embedded = atEnd && i == parts.length - 1 ? ipv4(parts[i]) : OptionalInt.empty();
            if (embedded.isPresent()) {
                groups.add(embedded.getAsInt() >>> 16);
                groups.add(embedded.getAsInt() & 0xffff);
            } else if (GROUP.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static OptionalInt ipv4(String text) {
        Matcher octets = IPV4.matcher(text);
        if (!octets.matches()) {
            return OptionalInt.empty();
        }
        int address = 0;
        for (int i = 1; i <= octets.groupCount(); i++) {
            int octet = Integer.parseInt(octets.group(i));
            if (octet > 255) {
                return OptionalInt.empty();
            }
            address = address << 8 | octet;
        }
        return OptionalInt.of(address);
    }

    private static String write(List<Integer> groups) {
        int longestAt = 0;
        int longest = 0;
        for (int at = 0; at < GROUPS; at++) {
            int run = zerosFrom(groups, at);
            if (run > longest) {
                longest = run;
                longestAt = at;
            }
        }
        List<String> hex = groups.stream().map(Integer::toHexString).toList();
        if (longest < 2) {
            return String.join(":", hex);
        }
        String head = String.join(":", hex.subList(0, longestAt));
        return head + "::" + String.join(":", hex.subList(longestAt + longest, GROUPS));
    }

    private static int zerosFrom(List<Integer> groups, int at) {
        int end = at;
        while (end < GROUPS && groups.get(end) == 0) {
            end++;
        }
        return end - at;
    }
}
