package io.drift.core.fact;

/** Numbers from -1 on, of which nearly always all fit into a byte each. */
final class SmallNumbers {

    private final int size;
    private byte[] few;
    /** In place of {@link #few} once one does not fit; else empty. */
    private int[] many = {};

    /** So many zeros. */
    SmallNumbers(int size) {
        this.size = size;
        this.few = new byte[size];
    }

    int size() {
        return size;
    }

    void put(int place, int number) {
        if (many.length == 0 && number <= Byte.MAX_VALUE) {
            few[place] = (byte) number;
        } else {
            widen();
            many[place] = number;
        }
    }

    private void widen() {
        if (many.length == 0) {
            many = new int[size];
            for (int place = 0; place < size; place++) {
                many[place] = few[place];
            }
            few = new byte[0];
        }
    }

    int get(int place) {
        return many.length == 0 ? few[place] : many[place];
    }

    /** How often each number from 0 on is there. */
    int[] counts(int numbers) {
        int[] counts = new int[numbers];
        int place = 0;
        while (place < size) {
            int number = get(place);
            int end = place + 1;
            while (end < size && get(end) == number) {
                end++;
            }
            if (number >= 0) {
                counts[number] += end - place;
            }
            place = end;
        }
        return counts;
    }
}
