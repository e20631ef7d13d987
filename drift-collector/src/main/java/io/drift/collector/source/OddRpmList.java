package io.drift.collector.source;

import java.util.regex.Pattern;

/** A list that only rpm can have printed, in a form of its maker's own: it is known so far as to say what to do. */
final class OddRpmList {

    /** The form that tells all, as the command that prints it. */
    static final String QUERY = "rpm -qa --qf '%{NAME}-%{EPOCH}:%{VERSION}-%{RELEASE}.%{ARCH}\\n'";

    /** Which forms are known. */
    static final String ADVICE =
            "packages of rpm are read as rpm -qa prints them, and from lines of name, epoch, version,"
                    + " release and architecture; " + QUERY + " makes such a list";

    /** An architecture as a word, or what a release ends in. */
    private static final Pattern MARK = Pattern.compile(
            "\\b(?:x86_64|noarch|aarch64|i[3-6]86|ppc64le|s390x)\\b|\\.(?:el|fc|amzn|oe|mga|lp)[0-9]{1,4}(?:[._]|\\b)");

    private OddRpmList() {}

    /** Whether most lines have something of a package of rpm. */
    static boolean isBegunBy(Beginning beginning) {
        return !beginning.isJson()
                && beginning.mostly(line -> MARK.matcher(line).find());
    }
}
