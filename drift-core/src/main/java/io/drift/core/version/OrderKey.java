package io.drift.core.version;

/** Goes through the text of a version, and makes its key meanwhile. Only the digits and letters of ASCII are such. */
final class OrderKey {

    private final String text;
    private final StringBuilder key = new StringBuilder();
    private int at;

    OrderKey(String text) {
        this.text = text;
    }

    static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    static boolean isLetter(char unit) {
        return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z';
    }

    /** Takes the epoch in front of a colon; a version without one has the epoch 0. */
    OrderKey epoch() {
        int end = endOfDigits(0);
        if (end < text.length() && text.charAt(end) == ':') {
            number();
            at++;
        } else {
            number(0, 0);
        }
        return this;
    }

    /** Where the last dash is that was not yet passed; the end of the text if there is none. */
    int lastDash() {
        int dash = text.lastIndexOf('-');
        return dash < at ? text.length() : dash;
    }

    int length() {
        return text.length();
    }

    boolean isBefore(int end) {
        return at < end;
    }

    boolean isAtDigit(int end) {
        return at < end && isDigit(text.charAt(at));
    }

    boolean isAtLetter(int end) {
        return at < end && isLetter(text.charAt(at));
    }

    boolean isAt(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    char next() {
        return text.charAt(at++);
    }

    /** Passes a text if it comes next. */
    boolean passes(String wanted) {
        boolean comes = text.startsWith(wanted, at);
        at += comes ? wanted.length() : 0;
        return comes;
    }

    /** Passes a text if it comes next, and a digit behind it. */
    boolean passesBeforeDigit(String wanted) {
        int behind = at + wanted.length();
        return behind < text.length() && isDigit(text.charAt(behind)) && passes(wanted);
    }

    OrderKey add(int unit) {
        key.append((char) unit);
        return this;
    }

    /** Takes the number that comes next; where there is no digit, it is 0. The number with more digits is the greater one. */
    OrderKey number() {
        int from = at;
        at = endOfDigits(at);
        return number(from, at);
    }

    private OrderKey number(int from, int to) {
        int first = from;
        while (first < to && text.charAt(first) == '0') {
            first++;
        }
        int digits = to - first;
        key.append((char) (digits >>> 16)).append((char) digits).append(text, first, to);
        return this;
    }

    int endOfDigits(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
