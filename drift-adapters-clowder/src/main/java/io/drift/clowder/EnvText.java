package io.drift.clowder;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns texts of the environment into values and collects the faults on the way. An empty text counts as not set. */
final class EnvText {

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    EnvText(Map<String, String> environment) {
        this.environment = environment;
    }

    List<String> faults() {
        return faults;
    }

    @Nullable
    String text(String name) {
        String text = environment.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    String text(String name, String standard) {
        String text = text(name);
        return text == null ? standard : text;
    }

    /** A fault in a setting that is not a secret. */
    void fault(String name, String allowed) {
        String text = text(name);
        faults.add(name + (text == null ? " is not set: " : "=" + text + " is not valid: ") + allowed);
    }

    boolean flag(String name, boolean standard) {
        String text = text(name, Boolean.toString(standard)).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            fault(name, "must be true or false");
        }
        return text.equals("true");
    }

    int number(String name, int standard, int least, int most) {
        try {
            int number = Integer.parseInt(text(name, Integer.toString(standard)));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of bounds
        }
        fault(name, "must be a whole number from " + least + " to " + most);
        return standard;
    }

    Duration seconds(String name, int standard) {
        return Duration.ofSeconds(number(name, standard, 1, 3600));
    }

    @Nullable
    URI url(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            URI url = URI.create(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getAuthority() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException notAUrl) {
            // told below, like a URL of another kind
        }
        fault(name, "must be a URL like http://inventory.example.com:8080");
        return null;
    }

    /** Names separated by commas. */
    Set<String> names(String name, String standard) {
        String text = environment.getOrDefault(name, standard);
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
    }
}
