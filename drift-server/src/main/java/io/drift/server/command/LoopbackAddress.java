package io.drift.server.command;

import java.util.regex.Pattern;

/** Addresses that only programs of this machine reach. No name is looked up, so nobody's name service decides. */
final class LoopbackAddress {

    private static final Pattern FORM = Pattern.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|::1");

    private LoopbackAddress() {}

    static boolean is(String address) {
        return FORM.matcher(address).matches();
    }
}
