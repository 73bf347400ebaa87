package io.throughline.foundation.customer;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.PasswordLinks;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the portal to contacts: creates the user behind a contact, who sets the password through the invitation. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.MANAGER, Role.ACCOUNT_EXECUTIVE})
public class PortalInvitations {

    private final ContactRepository contacts;
    private final CustomerRules rules;
    private final Users users;
    private final PasswordLinks links;
    private final Activities activities;
    private final JdbcClient jdbc;

    /** Throws {@link RuleViolation} when the contact is inactive, has no mail address or has a user already. */
    public UserId invite(Viewer viewer, ContactId id, String login) {
        var contact = contacts.findById(id.value()).orElseThrow(() -> new NotFound("contact", id.value()));
        var customer = rules.require(viewer, new CustomerId(contact.getCustomerId()));
        var email = contact.getEmail();
        if (!contact.isActive() || email == null) {
            throw new RuleViolation("foundation.customer.inviteNeedsEmail", contact.getName());
        }
        if (exists("select exists (select 1 from foundation.app_user where contact_id = ?)", id.value())) {
            throw new RuleViolation("foundation.customer.invitedAlready", contact.getName());
        }
        if (exists("select exists (select 1 from foundation.app_user where lower(email) = lower(?))", email)) {
            throw new RuleViolation("foundation.customer.emailOfUser", email);
        }
        var user = users.createForContact(viewer, login, contact.getName(), email, id.value());
        links.invite(viewer, user);
        activities.record(
                viewer,
                CustomerSubject.of(new CustomerId(customer.requireId())),
                "foundation.customer.deed.invited",
                Map.of("name", contact.getName()));
        return user;
    }

    private boolean exists(String sql, Object value) {
        return jdbc.sql(sql).param(value).query(Boolean.class).single();
    }
}
