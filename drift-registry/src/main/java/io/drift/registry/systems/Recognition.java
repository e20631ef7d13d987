package io.drift.registry.systems;

import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemReads;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who an uploaded machine is. The first of insights id, machine id, subscription manager id and fqdn that finds exactly
 * one system decides. A machine id may have been copied with a disk: it does not count where the fqdn and all that is
 * known of the hardware differ.
 *
 * @param system the system that it is; null if it is a new one
 * @param by what it was recognised by; null if it was not
 * @param isDuplicate whether another machine has the same machine id
 */
record Recognition(@Nullable StoredSystem system, @Nullable IdentityKind by, boolean isDuplicate) {

    static Recognition of(MachineIdentity machine, OrgId org, SystemReads store) {
        boolean isDuplicate = false;
        for (IdentityKind kind : IdentityKind.values()) {
            String id = machine.id(kind);
            List<StoredSystem> found = id == null ? List.of() : store.recognised(org, kind, id);
            if (found.size() == 1) {
                StoredSystem only = found.get(0);
                if (kind != IdentityKind.MACHINE_ID || !isAnother(machine, only.identity())) {
                    return new Recognition(only, kind, isDuplicate);
                }
                isDuplicate = true;
            }
        }
        return new Recognition(null, null, isDuplicate);
    }

    /** What is unknown of one of the two is no difference; the same hardware under a new name is a rename. */
    private static boolean isAnother(MachineIdentity uploaded, MachineIdentity known) {
        boolean macs = areKnown(uploaded, known);
        boolean bios = uploaded.biosUuid() != null && known.biosUuid() != null;
        boolean sameMac = !Collections.disjoint(uploaded.macAddresses(), known.macAddresses());
        boolean sameBios = bios && Objects.equals(uploaded.biosUuid(), known.biosUuid());
        return differ(IdentityKind.FQDN, uploaded, known) && (macs || bios) && !sameMac && !sameBios;
    }

    private static boolean areKnown(MachineIdentity uploaded, MachineIdentity known) {
        return !uploaded.macAddresses().isEmpty() && !known.macAddresses().isEmpty();
    }

    private static boolean differ(IdentityKind kind, MachineIdentity one, MachineIdentity other) {
        return one.id(kind) != null && other.id(kind) != null && !Objects.equals(one.id(kind), other.id(kind));
    }

    /** What is new about a machine that is known. */
    UploadOutcome.Kind changeTo(MachineIdentity uploaded) {
        MachineIdentity known = Objects.requireNonNull(system).identity();
        if (by == IdentityKind.FQDN && differ(IdentityKind.MACHINE_ID, uploaded, known)) {
            return UploadOutcome.Kind.REINSTALLED;
        }
        return differ(IdentityKind.FQDN, uploaded, known) ? UploadOutcome.Kind.RENAMED : UploadOutcome.Kind.UPDATED;
    }
}
