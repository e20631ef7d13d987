package io.drift.core.policy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, or a number of bytes.
 *
 * <pre>{@code
 * Quantity memory = Quantity.parse("15.48 GiB").orElseThrow();
 * }</pre>
 *
 * @param number the number; of bytes, how many bytes they are
 * @param bytes whether it was written with a unit of bytes
 */
public record Quantity(BigDecimal number, boolean bytes) {

    private static final int LONGEST = 60;
    private static final Pattern FORM =
            Pattern.compile("([-+]?[0-9]+(?:\\.[0-9]+)?) ?(B|Bytes?|[kKMGTPE]B|[KMGTPE]iB)?");
    private static final BigDecimal BINARY = BigDecimal.valueOf(1024);
    private static final BigDecimal DECIMAL = BigDecimal.valueOf(1000);
    private static final Map<Character, Integer> STEPS =
            Map.of('B', 0, 'K', 1, 'k', 1, 'M', 2, 'G', 3, 'T', 4, 'P', 5, 'E', 6);

    /** One number has one form: 1.50 is 1.5. */
    public Quantity {
        number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /**
     * The quantity that a text stands for.
     *
     * @param text such as {@code 1500}, {@code -0.5}, {@code 15.48 GiB} or {@code 512 MB}
     * @return empty if it is none: hexadecimal numbers, exponents and other units are texts
     */
    public static Optional<Quantity> parse(String text) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String unit = form.group(2);
        BigDecimal number = new BigDecimal(form.group(1));
        return Optional.of(unit == null ? new Quantity(number, false) : new Quantity(bytes(number, unit), true));
    }

    private static BigDecimal bytes(BigDecimal number, String unit) {
        BigDecimal step = unit.endsWith("iB") ? BINARY : DECIMAL;
        return number.multiply(step.pow(STEPS.getOrDefault(unit.charAt(0), 0)));
    }

    /** The same text for equal quantities: {@code 1500}, {@code 536870912 B}. */
    @Override
    public String toString() {
        return number.toPlainString() + (bytes ? " B" : "");
    }
}
