package io.drift.core.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The text form of a JSON value that stored baselines already contain: the notation of Python, in which the archived
 * service wrote it (Q2). {@code true} is {@code True}, a list is {@code ['a', 1]}, an object {@code {'k': None}}.
 *
 * <p>Values are plain: null, {@link Boolean}, {@link Number}, {@link CharSequence}, {@link Collection} and {@link Map}.
 *
 * <pre>{@code
 * String text = PythonText.of(Arrays.asList("a", true, 1.0, null)); // ['a', True, 1.0, None]
 * }</pre>
 */
public final class PythonText {

    /** More digits than any double needs to be told apart from its neighbours. */
    private static final int MOST_DIGITS = 17;

    private PythonText() {}

    /**
     * The text of a value, where a text stays as it is.
     *
     * @param value a plain value or null
     * @return its text; {@code None} for null
     */
    public static String of(@Nullable Object value) {
        return value instanceof CharSequence text ? text.toString() : quoted(value);
    }

    /**
     * The text of a value, where a text stands in quotes, as it does inside a list.
     *
     * @param value a plain value or null
     * @return its text; {@code 'x'} for the text x
     */
    public static String quoted(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    private static void append(@Nullable Object value, StringBuilder text) {
        if (value == null) {
            text.append("None");
        } else if (value instanceof Boolean flag) {
            text.append(flag ? "True" : "False");
        } else if (value instanceof Number number) {
            text.append(number(number));
        } else if (value instanceof Collection<?> items) {
            StringJoiner joined = new StringJoiner(", ", "[", "]");
            items.forEach(item -> joined.add(quoted(item)));
            text.append(joined);
        } else if (value instanceof Map<?, ?> object) {
            StringJoiner joined = new StringJoiner(", ", "{", "}");
            object.forEach((key, member) -> joined.add(quoted(key) + ": " + quoted(member)));
            text.append(joined);
        } else {
            appendQuoted(value.toString(), text);
        }
    }

    private static String number(Number number) {
        return number instanceof Double
                        || number instanceof Float
                        || number instanceof BigDecimal exact && isDouble(exact)
                ? floating(number.doubleValue())
                : number.toString();
    }

    /** More digits than a double has must not get lost. */
    private static boolean isDouble(BigDecimal exact) {
        double nearest = exact.doubleValue();
        return Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0;
    }

    /** The shortest digits that read back as the same double; an exponent below -4 and from 16 on. */
    private static String floating(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String sign = value < 0 || 1 / value < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        if (exponent < -4 || exponent >= 16) {
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            String padded = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
            return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + padded;
        }
        String plain = shortest.toPlainString();
        return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static void appendQuoted(String value, StringBuilder text) {
        char quote = value.indexOf('\'') >= 0 && value.indexOf('"') < 0 ? '"' : '\'';
        text.append(quote);
        value.codePoints().forEach(point -> appendEscaped(point, quote, text));
        text.append(quote);
    }

    private static void appendEscaped(int point, char quote, StringBuilder text) {
        switch (point) {
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (point == quote) {
                    text.append('\\').append(quote);
                } else if (isPrintable(point)) {
                    text.appendCodePoint(point);
                } else if (point < 0x100) {
                    appendHex("\\x", point, 2, text);
                } else if (point < 0x10000) {
                    appendHex("\\u", point, 4, text);
                } else {
                    appendHex("\\U", point, 8, text);
                }
            }
        }
    }

    private static void appendHex(String prefix, int point, int width, StringBuilder text) {
        String hex = Integer.toHexString(point);
        text.append(prefix).append("0".repeat(width - hex.length())).append(hex);
    }

    private static boolean isPrintable(int point) {
        return point == ' '
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
    }
}
