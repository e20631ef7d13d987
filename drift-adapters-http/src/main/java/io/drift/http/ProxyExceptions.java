package io.drift.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Hosts that are called without a proxy, by the rules that the archived service had from its HTTP library: an entry is
 * the end of a host name, with or without a port; for IPv4 addresses it is the address, or a network that it is in.
 */
final class ProxyExceptions {

    private static final int ADDRESS_BITS = 32;

    private final List<String> entries;

    ProxyExceptions(List<String> entries) {
        this.entries =
                entries.stream().map(entry -> entry.toLowerCase(Locale.ROOT)).toList();
    }

    boolean include(URI url) {
        String host = withoutBrackets(host(url).toLowerCase(Locale.ROOT));
        String hostAndPort = host + ":" + port(url);
        return entries.stream().anyMatch(entry -> matches(entry, host, hostAndPort));
    }

    private static boolean matches(String entry, String host, String hostAndPort) {
        if (entry.equals("*") || entry.equals(host) || entry.equals(hostAndPort)) {
            return true;
        }
        if (isAddress(host)) {
            return isNetworkOf(entry, host);
        }
        return host.endsWith(entry) || hostAndPort.endsWith(entry) || entry.equals("." + host);
    }

    private static boolean isNetworkOf(String entry, String address) {
        int slash = entry.indexOf('/');
        if (slash < 0 || !isAddress(entry.substring(0, slash)) || !isLength(entry.substring(slash + 1))) {
            return false;
        }
        int bits = Integer.parseInt(entry.substring(slash + 1));
        long mask = -1L << (ADDRESS_BITS - bits);
        return (number(address) & mask) == (number(entry.substring(0, slash)) & mask);
    }

    private static boolean isLength(String text) {
        return text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= ADDRESS_BITS;
    }

    private static boolean isAddress(String host) {
        return host.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}");
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.")) {
            number = (number << Byte.SIZE) + Integer.parseInt(part);
        }
        return number;
    }

    /** A name with an underscore is no host to {@link URI}. */
    private static String host(URI url) {
        return url.getHost() == null ? url.getRawAuthority().replaceAll(":[0-9]*$", "") : url.getHost();
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? 443 : 80;
    }
}
