package io.drift.registry.systems;

import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.SystemWrites;
import io.drift.registry.systems.UploadOutcome.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes uploads: finds out who each machine is, and keeps what it says as its current state or in its history.
 *
 * <pre>{@code
 * UploadSystems uploads = new UploadSystems(stores, clock, UUID::randomUUID);
 * UploadOutcome outcome = uploads.upload(OrgId.LOCAL, List.of(upload)).get(0);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class UploadSystems {

    private final SystemStores stores;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Consumer<UploadOutcome> listener;

    /**
     * Takes uploads into a store.
     *
     * @param stores where they are kept
     * @param clock tells the time of receipt
     * @param ids makes ids that nothing else has
     */
    public UploadSystems(SystemStores stores, Clock clock, Supplier<UUID> ids) {
        this(stores, clock, ids, outcome -> {});
    }

    private UploadSystems(SystemStores stores, Clock clock, Supplier<UUID> ids, Consumer<UploadOutcome> listener) {
        this.stores = stores;
        this.clock = clock;
        this.ids = ids;
        this.listener = listener;
    }

    /**
     * The same, but somebody hears what becomes of each upload.
     *
     * @param hears told once it is kept for good, or rejected
     * @return the changed uploads
     */
    public UploadSystems withListener(Consumer<UploadOutcome> hears) {
        return new UploadSystems(stores, clock, ids, hears);
    }

    /**
     * Tells the listener of something that was meant as an upload and could not be read as one.
     *
     * @param reason what to change
     * @return the outcome
     */
    public UploadOutcome reject(String reason) {
        UploadOutcome rejected = UploadOutcome.rejected(reason);
        listener.accept(rejected);
        return rejected;
    }

    /**
     * Takes uploads, in one unit of work.
     *
     * @param org whose machines they are
     * @param uploads in the order in which they count
     * @return an outcome for each, in their order; what is not rejected is kept for good
     * @throws io.drift.registry.store.StoreFailureException if nothing could be kept
     */
    public List<UploadOutcome> upload(OrgId org, List<UploadedSystem> uploads) {
        if (uploads.isEmpty()) {
            return List.of();
        }
        List<UploadOutcome> kept = stores.write(store -> {
            List<UploadOutcome> outcomes = new ArrayList<>(uploads.size());
            uploads.forEach(one -> outcomes.add(new Receipt(org, one, store).keep()));
            return outcomes;
        });
        kept.forEach(listener);
        return kept;
    }

    /** One upload, at the moment when it is kept. */
    private final class Receipt {

        private final OrgId org;
        private final UploadedSystem upload;
        private final SystemWrites store;
        private final Instant now = clock.instant();

        Receipt(OrgId org, UploadedSystem upload, SystemWrites store) {
            this.org = org;
            this.upload = upload;
            this.store = store;
        }

        UploadOutcome keep() {
            if (upload.identity().ids().isEmpty()) {
                return UploadOutcome.rejected("it does not say which machine it is: insights_id, machine_id,"
                        + " subscription_manager_id or fqdn is needed, and localhost or zeros do not count");
            }
            CaptureRule capture = CaptureRule.of(upload.capturedDate(), now);
            Recognition recognition = Recognition.of(upload.identity(), org, store);
            if (recognition.isAmbiguous()) {
                return UploadOutcome.rejected("several systems fit what it says of who it is: send more of insights_id,"
                        + " machine_id, fqdn, bios_uuid and MAC addresses, or delete the systems that are gone");
            }
            UploadOutcome outcome = recognition.system() == null
                    ? create(capture.date(), recognition.isDuplicate())
                    : keep(recognition, recognition.system(), capture);
            return outcome.withReason(outcome.kind() == Kind.REJECTED ? null : capture.warning());
        }

        private UploadOutcome create(CaptureDate captured, boolean isDuplicate) {
            UUID id = ids.get();
            StoredSystem system = new StoredSystem(
                    id,
                    upload.identity(),
                    upload.labels(),
                    new StoredSystem.CheckIns(now, now),
                    state(id, captured, upload.fqdn()));
            store.add(org, system, upload.content());
            return new UploadOutcome(Kind.CREATED, id, isDuplicate ? "duplicate machine id" : null);
        }

        private UploadOutcome keep(Recognition recognition, StoredSystem system, CaptureRule capture) {
            Optional<SystemState> same = store.stateAt(org, system.id(), capture.date());
            if (same.isPresent() && capture.isOfReceipt()) {
                return keep(recognition, system, capture.next());
            }
            if (same.isPresent()) {
                return again(recognition, system, same.get());
            }
            SystemState state = state(
                    system.id(),
                    capture.date(),
                    upload.fqdn() == null ? system.current().fqdn() : upload.fqdn());
            store.addState(org, state, upload.content());
            if (isOlder(state, system.current())) {
                return new UploadOutcome(Kind.ADDED_TO_HISTORY, system.id(), null);
            }
            store.replace(org, updated(system, state));
            return new UploadOutcome(kind(recognition, system, state), system.id(), null);
        }

        /**
         * The same profile may arrive twice: its sender did not hear the first answer, or has other tags or another name for
         * the machine now.
         */
        private UploadOutcome again(Recognition recognition, StoredSystem system, SystemState kept) {
            boolean isOther = upload.fqdn() != null
                    && kept.fqdn() != null
                    && !upload.fqdn().equals(kept.fqdn());
            if (isOther || !kept.digest().equals(upload.content().digest())) {
                return new UploadOutcome(
                        Kind.REJECTED,
                        system.id(),
                        "the system has another profile with the same captured_date: one of them is wrong");
            }
            if (kept.id().equals(system.current().id())) {
                store.replace(org, updated(system, kept));
            }
            return new UploadOutcome(kind(recognition, system, kept), system.id(), null);
        }

        private static boolean isOlder(SystemState state, SystemState current) {
            return state.captured().instant().isBefore(current.captured().instant());
        }

        private Kind kind(Recognition recognition, StoredSystem before, SystemState state) {
            Kind change = recognition.changeTo(upload.identity());
            boolean isSame = state.digest().equals(before.current().digest());
            return change == Kind.UPDATED && isSame ? Kind.UNCHANGED : change;
        }

        private SystemState state(UUID systemId, CaptureDate captured, @Nullable String fqdn) {
            return new SystemState(
                    ids.get(), systemId, captured, fqdn, upload.content().digest());
        }

        private StoredSystem updated(StoredSystem before, SystemState state) {
            return new StoredSystem(
                    before.id(),
                    merged(upload.identity(), before.identity()),
                    upload.labels().over(before.labels()),
                    new StoredSystem.CheckIns(before.checkIns().first(), now),
                    state);
        }

        /** What an upload does not tell stays, since a program with fewer rights sees less of a machine. */
        private static MachineIdentity merged(MachineIdentity uploaded, MachineIdentity before) {
            MachineIdentity merged = uploaded;
            for (IdentityKind kind : IdentityKind.values()) {
                if (uploaded.id(kind) == null) {
                    merged = merged.with(kind, before.id(kind));
                }
            }
            return merged.withBiosUuid(uploaded.biosUuid() == null ? before.biosUuid() : uploaded.biosUuid())
                    .withMacAddresses(
                            uploaded.macAddresses().isEmpty() ? before.macAddresses() : uploaded.macAddresses());
        }
    }
}
