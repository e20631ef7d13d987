package io.drift.core.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number of bytes in its best binary unit with two decimals: {@code 15.48 GiB}, {@code 100.00 Byte}. */
final class ByteSize {

    private static final String[] UNITS = {"Byte", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final double STEP = 1024;

    private ByteSize() {}

    /**
     * Writes a size. The unit is the truncated quotient of two floating-point logarithms, and exact halves round to
     * even, because recorded reports contain the results of both: one byte below a GiB is {@code 1024.00 MiB}.
     */
    static String of(Number bytes) {
        double value = bytes.doubleValue();
        int unit = value == 0 ? 0 : (int) (StrictMath.log(Math.abs(value)) / StrictMath.log(STEP));
        int known = Math.max(0, Math.min(unit, UNITS.length - 1));
        BigDecimal shown = new BigDecimal(value / Math.pow(STEP, known)).setScale(2, RoundingMode.HALF_EVEN);
        return shown.toPlainString() + " " + UNITS[known];
    }
}
