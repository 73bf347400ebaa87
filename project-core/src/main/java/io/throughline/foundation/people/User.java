package io.throughline.foundation.people;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.Secret;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "foundation", name = "app_user")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class User extends Aggregate {

    private String login;
    private String name;
    private @Nullable String email;
    private @Nullable String mobile;
    private @Nullable String passwordHash;
    private @Nullable Instant passwordChangedAt;
    private boolean active;
    private @Nullable Long contactId;
    private String locale;
    private String zone;
    private String theme;
    private boolean singleKeys;
    private @Nullable String totpSecret;
    private @Nullable Long totpLastStep;
    private int recoveryCodesLeft;

    @Secret
    private @Nullable String totpPending;

    @ElementCollection
    @CollectionTable(schema = "foundation", name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    User(String login, String name, @Nullable String email, @Nullable String mobile, Set<Role> roles) {
        this.login = login.toLowerCase(Locale.ROOT);
        this.name = name;
        this.email = email;
        this.mobile = mobile;
        this.active = true;
        this.locale = Locale.SIMPLIFIED_CHINESE.toLanguageTag();
        this.zone = "Asia/Shanghai";
        this.theme = "system";
        this.singleKeys = true;
        grant(roles);
    }

    void grant(Set<Role> granted) {
        if (granted.isEmpty()) {
            throw new RuleViolation("foundation.people.noRole").at("roles");
        }
        if (granted.contains(Role.CUSTOMER) && granted.size() > 1) {
            throw new RuleViolation("foundation.people.customerOnly").at("roles");
        }
        roles.retainAll(granted);
        roles.addAll(EnumSet.copyOf(granted));
    }

    void rename(String newName, @Nullable String newEmail, @Nullable String newMobile) {
        name = newName;
        email = newEmail;
        mobile = newMobile;
    }

    void bindContact(long contact) {
        contactId = contact;
    }

    void changePassword(String hash, Instant at) {
        passwordHash = hash;
        passwordChangedAt = at;
    }

    void prefer(Locale language, ZoneId timeZone, String newTheme, boolean keys) {
        locale = language.toLanguageTag();
        zone = timeZone.getId();
        theme = newTheme;
        singleKeys = keys;
    }

    void deactivate() {
        active = false;
    }

    void activate() {
        active = true;
    }

    void proposeTotp(String secret) {
        totpPending = secret;
    }

    void enrolTotp(String secret) {
        totpSecret = secret;
        totpPending = null;
        totpLastStep = null;
    }

    void dropTotp() {
        totpSecret = null;
        totpPending = null;
        totpLastStep = null;
    }

    void keepRecoveryCodes(int left) {
        recoveryCodesLeft = left;
    }

    /** A one-time code counts once: a step at or before the last used one is refused. */
    boolean useTotpStep(long step) {
        if (totpLastStep != null && step <= totpLastStep) {
            return false;
        }
        totpLastStep = step;
        return true;
    }
}
