package io.drift.collector.source;

import io.drift.collector.HiddenSettings;
import io.drift.collector.HostDraft;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code sysctl -a} prints, and files like {@code sysctl.conf}: {@code net.ipv4.ip_forward = 1}. */
final class SysctlSettings implements SourceFormat {

    private static final String GROUP = "sysctl";
    private static final Pattern SETTING =
            Pattern.compile("-?((?:abi|crypto|debug|dev|fs|kernel|net|sunrpc|user|vm|xen)[./][^\\s=]+)\\s*=\\s*(.*)");
    /** A kernel has about a thousand; what has less is part of them. */
    private static final int FEWEST_OF_A_MACHINE = 200;

    @Override
    public String name() {
        return "sysctl";
    }

    @Override
    public String reads() {
        return "sysctl -a, sysctl.conf";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return beginning.lines().stream().anyMatch(line -> SETTING.matcher(line).matches())
                && beginning.mostly(line -> isComment(line)
                        || SETTING.matcher(line).matches()
                        || HiddenSettings.refusedBy(line).isPresent());
    }

    private static boolean isComment(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#") || text.startsWith(";");
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        List<String> lines = TextLines.of(in);
        Map<String, String> settings = new TreeMap<>();
        List<String> unread = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        int secrets = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher setting = SETTING.matcher(lines.get(i).strip());
            Optional<String> refused = HiddenSettings.refusedBy(lines.get(i));
            if (setting.matches() && Secrets.isSecret(setting.group(1), setting.group(2))) {
                secrets++;
            } else if (setting.matches()) {
                add(settings, setting.group(1), setting.group(2));
            } else if (refused.isPresent()) {
                unread.add(refused.get());
            } else if (!isComment(lines.get(i))) {
                others.add(i + 1);
            }
        }
        found.host(host(settings, unread, others, found));
        Secrets.tell(secrets, found);
    }

    /** A setting of several lines stands there several times. */
    private static void add(Map<String, String> settings, String name, String value) {
        String plain = Secrets.scrubbed(ScrubbedText.withoutComment(value)).strip();
        settings.merge(name, plain.replaceAll("\\s+", " "), (one, other) -> one + "; " + other);
    }

    private static HostDraft host(
            Map<String, String> settings, List<String> unread, List<Integer> others, Findings found)
            throws UnreadableSourceException {
        if (settings.isEmpty()) {
            throw new UnreadableSourceException("there is no setting of a kernel in this file");
        }
        HostDraft host = new HostDraft();
        settings.forEach(host.profile().putObject(GROUP)::put);
        if (settings.size() < FEWEST_OF_A_MACHINE) {
            host.onlyLookedAt(
                    settings.keySet().stream().map(name -> GROUP + "." + name).toArray(String[]::new));
            found.remark("these are only some settings of a kernel, so what else others have was not looked at");
        } else {
            host.onlyLookedAt(GROUP);
            HiddenSettings.of(settings.keySet()).forEach(name -> host.notLookedAt(GROUP + "." + name));
        }
        unread.forEach(name -> host.notLookedAt(GROUP + "." + name));
        if (!others.isEmpty()) {
            host.notLookedAt(GROUP);
            found.missing(LineNumbers.inWords(others, "no setting"));
        }
        if (unread.stream().anyMatch(name -> !Secrets.isSecret(name, name))) {
            found.missing("whoever ran sysctl could not read " + unread.size() + " settings; run it as root");
        }
        return host;
    }
}
