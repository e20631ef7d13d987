package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** The reasons of a machine, the oddest first, each made when it is read: there may be hundreds, of which few are. Immutable. */
final class OutlierReasons extends AbstractList<OutlierReason> implements RandomAccess {

    private final FleetDeviations deviations;
    private final int group;
    private final int[] places;
    private final int[] causes;
    /** Of the places, the first of each cause; and how odd it is among them. */
    private final int[] firsts;

    private final int[] ranks;

    private OutlierReasons(FleetDeviations deviations, int group, int[] places, int[] causes, int[] firsts) {
        this.deviations = deviations;
        this.group = group;
        this.places = places;
        this.causes = causes;
        this.firsts = firsts;
        this.ranks = new int[firsts.length];
        for (int number = 0; number < firsts.length; number++) {
            boolean tied = number > 0 && first(number).isTiedWith(first(number - 1));
            ranks[number] = tied ? ranks[number - 1] : number + 1;
        }
    }

    /**
     * The reasons.
     *
     * @param places the places of the deviations of the machine; not copied
     * @param causes for each of them, the first with the same cause; not copied
     */
    static OutlierReasons of(FleetDeviations deviations, int group, int[] places, int[] causes) {
        int[] firsts = new int[causes.length];
        int size = 0;
        for (int i = 0; i < causes.length; i++) {
            if (causes[i] == i) {
                firsts[size++] = i;
            }
        }
        return new OutlierReasons(deviations, group, places, causes, Arrays.copyOf(firsts, size));
    }

    private Deviation first(int number) {
        return deviations.at(places[firsts[number]]);
    }

    @Override
    public OutlierReason get(int number) {
        Deviation first = first(Objects.checkIndex(number, firsts.length));
        return new OutlierReason(
                ranks[number],
                first.fact(),
                first.odd(),
                first.usual(group),
                weight(first.score()),
                also(firsts[number]));
    }

    @Override
    public int size() {
        return firsts.length;
    }

    /** The facts of the other deviations with a cause. */
    private List<FactName> also(int cause) {
        List<FactName> also = new ArrayList<>(0);
        for (int i = cause + 1; i < causes.length; i++) {
            if (causes[i] == cause) {
                also.add(deviations.at(places[i]).fact());
            }
        }
        Collections.sort(also);
        return also;
    }

    /** The posterior of PeerPressure (Wang et al., OSDI 2004): one of the suspects is guilty. */
    private double weight(double score) {
        return 1 / (1 + (places.length - 1) * Math.pow(2, -score));
    }
}
