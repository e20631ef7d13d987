package io.drift.registry.store;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What tells a machine from others. Everything is in lower case; ids are without dashes. What tells nothing is not
 * there: ids of zeros alone, {@code localhost}, the address of the loopback interface.
 *
 * <pre>{@code
 * MachineIdentity web = MachineIdentity.NONE
 *         .with(IdentityKind.FQDN, "web-1.example.com")
 *         .withMacAddresses(Set.of("52:54:00:aa:bb:cc"));
 * }</pre>
 *
 * @param ids by kind
 * @param biosUuid the id of its hardware; null if unknown
 * @param macAddresses of its network interfaces; may be empty
 */
public record MachineIdentity(
        Map<IdentityKind, String> ids, @Nullable String biosUuid, Set<String> macAddresses) {

    /** Nothing is known. */
    public static final MachineIdentity NONE = new MachineIdentity(Map.of(), null, Set.of());

    private static final String NO_MAC = "00:00:00:00:00:00";

    /** Brings everything into the form in which it is compared. */
    public MachineIdentity {
        Map<IdentityKind, String> telling = new EnumMap<>(IdentityKind.class);
        ids.forEach((kind, id) -> {
            String form = form(kind, id);
            if (form != null) {
                telling.put(kind, form);
            }
        });
        ids = Collections.unmodifiableMap(telling);
        biosUuid = biosUuid == null ? null : idForm(biosUuid);
        Set<String> macs = new TreeSet<>();
        macAddresses.forEach(mac -> macs.add(mac.strip().toLowerCase(Locale.ROOT)));
        macs.remove(NO_MAC);
        macs.remove("");
        macAddresses = Collections.unmodifiableSet(macs);
    }

    private static @Nullable String form(IdentityKind kind, String id) {
        if (kind != IdentityKind.FQDN) {
            return idForm(id);
        }
        String name = id.strip().toLowerCase(Locale.ROOT);
        return name.isEmpty() || name.startsWith("localhost") ? null : name;
    }

    private static @Nullable String idForm(String id) {
        String form = id.strip().replace("-", "").toLowerCase(Locale.ROOT);
        return form.chars().allMatch(digit -> digit == '0') ? null : form;
    }

    /**
     * The same with another id.
     *
     * @param kind what id it is
     * @param id null or one that tells nothing takes it away
     * @return the changed identity
     */
    public MachineIdentity with(IdentityKind kind, @Nullable String id) {
        Map<IdentityKind, String> changed = new EnumMap<>(IdentityKind.class);
        changed.putAll(ids);
        changed.remove(kind);
        if (id != null) {
            changed.put(kind, id);
        }
        return new MachineIdentity(changed, biosUuid, macAddresses);
    }

    /**
     * The same on other hardware.
     *
     * @param uuid null if unknown
     * @return the changed identity
     */
    public MachineIdentity withBiosUuid(@Nullable String uuid) {
        return new MachineIdentity(ids, uuid, macAddresses);
    }

    /**
     * The same with other network interfaces.
     *
     * @param addresses of all of them
     * @return the changed identity
     */
    public MachineIdentity withMacAddresses(Set<String> addresses) {
        return new MachineIdentity(ids, biosUuid, addresses);
    }

    /**
     * One of the ids.
     *
     * @param kind which one
     * @return null if there is none
     */
    public @Nullable String id(IdentityKind kind) {
        return ids.get(kind);
    }
}
