package io.drift.registry.systems;

import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemReads;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who an uploaded machine is. The first of insights id, machine id, subscription manager id and fqdn that finds exactly
 * one system decides. A machine id may have been copied with a disk: it does not count where the fqdn and all that is
 * known of the hardware differ. Of several systems that one id finds, it is the one that has its name or its hardware.
 *
 * @param system the system that it is; null if it is a new one, or nobody knows
 * @param by what it was recognised by; null if it was not
 * @param isDuplicate whether another machine has the same machine id
 * @param isAmbiguous whether all that it tells of itself fits several systems
 */
record Recognition(@Nullable StoredSystem system, @Nullable IdentityKind by, boolean isDuplicate, boolean isAmbiguous) {

    static Recognition of(MachineIdentity machine, OrgId org, SystemReads store) {
        boolean isDuplicate = false;
        boolean isNew = false;
        for (IdentityKind kind : IdentityKind.values()) {
            String id = machine.id(kind);
            if (id == null) {
                continue;
            }
            List<StoredSystem> found = store.recognised(org, kind, id);
            List<StoredSystem> fitting = kind == IdentityKind.MACHINE_ID
                    ? found.stream()
                            .filter(one -> !isAnother(machine, one.identity()))
                            .toList()
                    : found;
            Optional<StoredSystem> only = only(fitting, machine);
            if (only.isPresent()) {
                return new Recognition(only.get(), kind, isDuplicate, false);
            }
            isDuplicate |= kind == IdentityKind.MACHINE_ID && !found.isEmpty();
            isNew |= fitting.isEmpty();
        }
        return new Recognition(null, null, isDuplicate, !isNew);
    }

    /** Hardware goes before a name, which may have been given to another machine. */
    private static Optional<StoredSystem> only(List<StoredSystem> fitting, MachineIdentity machine) {
        if (fitting.size() < 2) {
            return fitting.stream().findFirst();
        }
        return single(fitting, known -> isSameHardware(machine, known))
                .or(() -> single(fitting, known -> isSameName(machine, known)));
    }

    private static Optional<StoredSystem> single(List<StoredSystem> fitting, Predicate<MachineIdentity> condition) {
        List<StoredSystem> same =
                fitting.stream().filter(one -> condition.test(one.identity())).toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private static boolean isSameHardware(MachineIdentity uploaded, MachineIdentity known) {
        return agree(uploaded.biosUuid(), known.biosUuid())
                || !Collections.disjoint(uploaded.macAddresses(), known.macAddresses());
    }

    private static boolean isSameName(MachineIdentity uploaded, MachineIdentity known) {
        return agree(uploaded.id(IdentityKind.FQDN), known.id(IdentityKind.FQDN))
                && !differ(IdentityKind.MACHINE_ID, uploaded, known);
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
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
