package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactTable;
import io.drift.core.profile.PackageDetail;
import java.util.BitSet;
import java.util.function.Predicate;

/**
 * Which facts are treated specially. An immutable value: each method answers changed rules and leaves these as they
 * are.
 *
 * <pre>{@code
 * FactRules rules = FactRules.exact()
 *         .hiding(fact -> fact.top().equals("running_processes"))
 *         .neverDiffering(FactName.of("os_kernel_version")::equals);
 * }</pre>
 */
public final class FactRules {

    private static final FactRules DRIFT = new FactRules(
            true,
            PackageDetail.AS_ARCHIVED,
            FactRules::isUniquePerSystem,
            FactName.of("last_boot_time")::equals,
            any -> false);
    private static final FactRules NONE =
            new FactRules(false, PackageDetail.EXACT, any -> false, any -> false, any -> false);

    /** Whether the facts are those of system profiles, among which some values are hidden and some facts gated. */
    private final boolean ofProfiles;

    private final PackageDetail packageDetail;
    private final Predicate<FactName> unique;
    private final Predicate<FactName> neverDiffers;
    private final Predicate<FactName> hidden;

    private FactRules(
            boolean ofProfiles,
            PackageDetail packageDetail,
            Predicate<FactName> unique,
            Predicate<FactName> neverDiffers,
            Predicate<FactName> hidden) {
        this.ofProfiles = ofProfiles;
        this.packageDetail = packageDetail;
        this.unique = unique;
        this.neverDiffers = neverDiffers;
        this.hidden = hidden;
    }

    /**
     * The rules of the archived service, and so of its API.
     *
     * @return rules under which reports are what they always were
     */
    public static FactRules drift() {
        return DRIFT;
    }

    /**
     * The rules for systems that Drift reads itself: as {@link #drift}, but epochs count, and every version of a
     * package that is listed several times (Q30, Q31).
     *
     * @return the default for files
     */
    public static FactRules exact() {
        return new FactRules(true, PackageDetail.EXACT, DRIFT.unique, DRIFT.neverDiffers, DRIFT.hidden);
    }

    /**
     * No rule at all, for facts that are not those of system profiles: every fact counts, whatever its name.
     *
     * @return rules to add others to
     */
    public static FactRules none() {
        return NONE;
    }

    /** The names and addresses of a machine. Those of the loopback interface are alike everywhere. */
    private static boolean isUniquePerSystem(FactName fact) {
        String group = fact.group();
        if (group == null) {
            return fact.member().startsWith("fqdn");
        }
        boolean loopback = group.equals("network_interfaces") && fact.member().startsWith("lo.");
        return !loopback && (group.startsWith("fqdn") || isUniqueField(fact.member()));
    }

    private static boolean isUniqueField(String member) {
        return endsWithPart(member, "ipv4_addresses")
                || endsWithPart(member, "ipv6_addresses")
                || endsWithPart(member, "mac_address");
    }

    private static boolean endsWithPart(String member, String part) {
        int before = member.length() - part.length() - 1;
        return member.endsWith(part) && (before < 0 || member.charAt(before) == '.');
    }

    /**
     * Expects more facts to be unique: if two systems agree in one of them it is DIFFERENT from what it should be, and if
     * each has a value of its own it is the SAME. As in the archived service it is the SAME, too, if all agree, except
     * under rules that began with {@link #none}.
     *
     * @param more chooses facts
     * @return rules that expect these and all that were expected before
     */
    public FactRules expectingUnique(Predicate<FactName> more) {
        return new FactRules(ofProfiles, packageDetail, unique.or(more), neverDiffers, hidden);
    }

    /**
     * Reports more facts as SAME whatever their values.
     *
     * @param more chooses facts
     * @return rules under which these never differ
     */
    public FactRules neverDiffering(Predicate<FactName> more) {
        return new FactRules(ofProfiles, packageDetail, unique, neverDiffers.or(more), hidden);
    }

    /**
     * Leaves more facts out of the report.
     *
     * @param more chooses facts
     * @return rules under which these do not appear
     */
    public FactRules hiding(Predicate<FactName> more) {
        return new FactRules(ofProfiles, packageDetail, unique, neverDiffers, hidden.or(more));
    }

    /**
     * How closely packages are told apart; for who records profiles that are compared under these rules.
     *
     * @return never null
     */
    public PackageDetail packageDetail() {
        return packageDetail;
    }

    boolean hides(FactName fact) {
        return hidden.test(fact);
    }

    SapGate sapGate(FactTable table) {
        return ofProfiles ? SapGate.of(table) : SapGate.OPEN;
    }

    /** The columns whose value was hidden before it was uploaded. Not to be changed. */
    BitSet obfuscatedIn(FactRow row) {
        return ofProfiles ? Obfuscation.in(row) : Obfuscation.NONE;
    }

    boolean expectsUnique(FactName fact) {
        return unique.test(fact);
    }

    /** Whether one value everywhere is the SAME even where each system should have its own, as it was archived. */
    boolean agreementIsSame(FactName fact) {
        return ofProfiles || !unique.test(fact);
    }

    boolean neverDiffers(FactName fact) {
        return neverDiffers.test(fact);
    }
}
