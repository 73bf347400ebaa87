package io.throughline.foundation.people;

import io.throughline.foundation.model.NotFound;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking: every command and query begins with one, and what it returns depends on it.
 *
 * @param id the user; {@link #SYSTEM_ID} for work nobody in person asked for
 * @param login sign-in name, or the cause of the system's own work ("demo", "scheduler")
 * @param name as shown to people
 * @param roles live roles at the time of the call
 * @param teamIds teams the user belongs to
 * @param customerId the contact's customer, for a portal user
 * @param contactId the contact, for a portal user
 * @param customerManager whether the contact may see all of the own company's records
 * @param locale language of texts made for this viewer
 * @param zone time zone in which this viewer reads times
 * @param secondFactorOwed whether one of the roles asks for a second factor the person has not set up: then nothing is
 *     open but the page that does
 */
public record Viewer(
        UserId id,
        String login,
        String name,
        Set<Role> roles,
        Set<Long> teamIds,
        @Nullable Long customerId,
        @Nullable Long contactId,
        boolean customerManager,
        Locale locale,
        ZoneId zone,
        boolean secondFactorOwed) {

    public static final UserId SYSTEM_ID = new UserId(0);

    /** Nobody who can sign in; see {@link #outsider}. */
    public static final UserId OUTSIDER_ID = new UserId(-1);

    public Viewer {
        roles = Set.copyOf(roles);
        teamIds = Set.copyOf(teamIds);
    }

    /** The system itself, for jobs, imports and demo data; the cause is written to the audit log. */
    public static Viewer system(String cause) {
        return new Viewer(
                SYSTEM_ID,
                cause,
                cause,
                Set.of(Role.values()),
                Set.of(),
                null,
                null,
                false,
                Locale.SIMPLIFIED_CHINESE,
                ZoneOffset.UTC,
                false);
    }

    /** The same for whom texts are made in this language. */
    public Viewer reading(Locale language) {
        return language.getLanguage().equals(locale.getLanguage())
                ? this
                : new Viewer(
                        id,
                        login,
                        name,
                        roles,
                        teamIds,
                        customerId,
                        contactId,
                        customerManager,
                        language,
                        zone,
                        secondFactorOwed);
    }

    /**
     * Somebody of a customer, or unknown, who is not signed in: the writer of a mail.
     *
     * @param customerId null while nobody knows whose the mail is
     * @param contactId null where the address is no contact's
     */
    public static Viewer outsider(String name, @Nullable Long customerId, @Nullable Long contactId, Locale locale) {
        return new Viewer(
                OUTSIDER_ID,
                "mail",
                name,
                Set.of(Role.CUSTOMER),
                Set.of(),
                customerId,
                contactId,
                false,
                locale,
                ZoneOffset.UTC,
                false);
    }

    public boolean isSystem() {
        return id.equals(SYSTEM_ID);
    }

    /** The user's id; null for the system, which is nobody in person, and for who has no account. */
    public @Nullable Long personId() {
        return isSystem() || id.equals(OUTSIDER_ID) ? null : id.value();
    }

    public boolean isStaff() {
        return isSystem() || roles.stream().anyMatch(Role::isStaff);
    }

    public boolean isCustomer() {
        return !isSystem() && roles.contains(Role.CUSTOMER) && !isStaff();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    /** The portal user's customer; not found for anybody else. */
    public long requireCustomerId() {
        if (customerId == null) {
            throw new NotFound("customer of viewer", id.value());
        }
        return customerId;
    }
}
