package io.drift.core.profile;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compressed lower-case form of an IPv6 address. A zone is kept; what is not an address stays as it is. */
final class Ipv6Text {

    private static final int GROUPS = 8;
    private static final int LONGEST_GROUP = 4;
    private static final int LONGEST_ADDRESS = GROUPS * (LONGEST_GROUP + 1);
    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    private static final Pattern IPV4 = Pattern.compile(String.join("\\.", OCTET, OCTET, OCTET, OCTET));

    private final int[] groups = new int[GROUPS];
    private int size;

    private Ipv6Text() {}

    static String compressed(String text) {
        int percent = text.indexOf('%');
        String address = percent < 0 ? text : text.substring(0, percent);
        String zone = percent < 0 ? "" : text.substring(percent);
        boolean badZone = zone.length() == 1 || zone.indexOf('%', 1) > 0 || zone.indexOf('/') > 0;
        Ipv6Text parsed = new Ipv6Text();
        return !badZone && parsed.parse(address) ? parsed.write(zone) : text;
    }

    private boolean parse(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return addAll(address, 0, address.length()) && size == GROUPS;
        }
        // an embedded IPv4 address can only be the end of the whole
        if (address.lastIndexOf('.', gap) >= 0 || !addAll(address, 0, gap)) {
            return false;
        }
        int head = size;
        if (!addAll(address, gap + 2, address.length()) || size >= GROUPS) {
            return false;
        }
        System.arraycopy(groups, head, groups, GROUPS - (size - head), size - head);
        Arrays.fill(groups, head, GROUPS - (size - head), 0);
        return true;
    }

    /** The groups between colons; false if there is something else, or too much. */
    private boolean addAll(String text, int from, int to) {
        int begin = from;
        while (from < to && begin <= to) {
            int colon = text.indexOf(':', begin);
            int end = colon < 0 || colon > to ? to : colon;
            if (!(end == to && add4(text, begin, end)) && !add(text, begin, end)) {
                return false;
            }
            begin = end + 1;
        }
        return true;
    }

    private boolean add(String text, int from, int to) {
        if (from == to || to - from > LONGEST_GROUP || size == GROUPS) {
            return false;
        }
        int group = 0;
        for (int i = from; i < to; i++) {
            char unit = text.charAt(i);
            int digit = unit < 0x80 ? Character.digit(unit, 16) : -1;
            if (digit < 0) {
                return false;
            }
            group = group << 4 | digit;
        }
        groups[size++] = group;
        return true;
    }

    /** An IPv4 address, which stands for the last two groups. */
    private boolean add4(String text, int from, int to) {
        if (text.indexOf('.', from) < 0 || size > GROUPS - 2) {
            return false;
        }
        Matcher octets = IPV4.matcher(text).region(from, to);
        if (!octets.matches()) {
            return false;
        }
        int address = 0;
        for (int i = 1; i <= octets.groupCount(); i++) {
            int octet = Integer.parseInt(octets.group(i));
            if (octet > 255) {
                return false;
            }
            address = address << 8 | octet;
        }
        groups[size++] = address >>> 16;
        groups[size++] = address & 0xffff;
        return true;
    }

    private String write(String zone) {
        int longestAt = 0;
        int longest = 0;
        for (int at = 0; at < GROUPS; at++) {
            int run = zerosFrom(at);
            if (run > longest) {
                longest = run;
                longestAt = at;
            }
        }
        StringBuilder text = new StringBuilder(LONGEST_ADDRESS + zone.length());
        if (longest < 2) {
            return appendGroups(0, GROUPS, text).append(zone).toString();
        }
        appendGroups(0, longestAt, text).append("::");
        return appendGroups(longestAt + longest, GROUPS, text).append(zone).toString();
    }

    private int zerosFrom(int at) {
        int end = at;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - at;
    }

    private StringBuilder appendGroups(int from, int to, StringBuilder text) {
        for (int at = from; at < to; at++) {
            text.append(at == from ? "" : ":").append(Integer.toHexString(groups[at]));
        }
        return text;
    }
}
