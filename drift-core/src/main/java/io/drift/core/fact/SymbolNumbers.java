package io.drift.core.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Numbers symbols from 0, in the order in which they are asked for. Most are the one before again. */
final class SymbolNumbers {

    private static final int FEW = 8;
    private static final int FREE = -1;
    private static final int SPREAD = 0x9e3779b1;

    private int[] symbols = new int[FEW];
    private int size;
    private int lastSymbol = FREE;
    private int lastNumber;
    /** Numbers by what becomes of their symbols, twice as many places at least; empty while there are few. */
    private int[] places = {};

    int numberOf(int symbol) {
        if (symbol != lastSymbol) {
            lastSymbol = symbol;
            lastNumber = places.length == 0 ? amongFew(symbol) : amongMany(symbol);
        }
        return lastNumber;
    }

    private int amongFew(int symbol) {
        for (int number = 0; number < size; number++) {
            if (symbols[number] == symbol) {
                return number;
            }
        }
        return size < FEW ? add(symbol) : amongMany(symbol);
    }

    private int amongMany(int symbol) {
        if (2 * size >= places.length) {
            spread(Math.max(4 * FEW, 4 * size));
        }
        int place = placeOf(symbol);
        if (places[place] == FREE) {
            places[place] = add(symbol);
        }
        return places[place];
    }

    private int add(int symbol) {
        if (size == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * size);
        }
        symbols[size] = symbol;
        return size++;
    }

    private void spread(int atLeast) {
        places = new int[Integer.highestOneBit(atLeast - 1) << 1];
        Arrays.fill(places, FREE);
        for (int number = 0; number < size; number++) {
            places[placeOf(symbols[number])] = number;
        }
    }

    /** Symbols are numbers that were given one after the other, so nobody can make them collide. */
    private int placeOf(int symbol) {
        int place = (symbol * SPREAD >>> 7) & (places.length - 1);
        while (places[place] != FREE && symbols[places[place]] != symbol) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    /** What the symbols stand for, in the order of their numbers. */
    List<@Nullable FactValue> all(IntFunction<@Nullable FactValue> valueOf) {
        List<@Nullable FactValue> all = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            all.add(valueOf.apply(symbols[number]));
        }
        return all;
    }
}
