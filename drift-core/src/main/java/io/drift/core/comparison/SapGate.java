package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactTable;
import java.util.Set;
import java.util.stream.IntStream;

/** The SAP facts are of interest only where some source runs SAP. */
final class SapGate {

    private static final FactName SAP_SYSTEM = FactName.of("sap_system");
    private static final Set<FactName> SAP_FACTS =
            Set.of(SAP_SYSTEM, FactName.of("sap_sids"), FactName.of("sap_instance_number"), FactName.of("sap_version"));

    /** Shows everything. */
    static final SapGate OPEN = new SapGate(true);

    private final boolean open;

    private SapGate(boolean open) {
        this.open = open;
    }

    static SapGate of(FactTable table) {
        return new SapGate(table.row(SAP_SYSTEM).filter(SapGate::anyTrue).isPresent());
    }

    private static boolean anyTrue(FactRow row) {
        return IntStream.range(0, row.columns()).anyMatch(column -> "True".equals(row.text(column)));
    }

    boolean lets(FactName fact) {
        return open || fact.isMember() || !SAP_FACTS.contains(fact);
    }
}
