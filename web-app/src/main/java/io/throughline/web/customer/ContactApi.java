package io.throughline.web.customer;

import io.throughline.aftersales.mail.UndeliverableAddresses;
import io.throughline.foundation.customer.ContactDetail;
import io.throughline.foundation.customer.ContactId;
import io.throughline.foundation.customer.ContactSubject;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.customer.SaveContact;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.FieldMerge;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Versions;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One contact for programs: as it stands, and changed from the version seen. */
@RestController
@RequestMapping("/api/v1/customers/{number}/contacts/{id}")
@RequiredArgsConstructor
class ContactApi {

    private final Customers customers;
    private final CustomerDetailQueries details;
    private final UndeliverableAddresses addresses;
    private final MergePatch patches;
    private final FieldMerge merge;

    @GetMapping
    ResponseEntity<ContactJson> show(Viewer viewer, @PathVariable String number, @PathVariable long id) {
        var contact = require(viewer, number, id);
        return Versions.tagged(json(viewer, contact), contact.version());
    }

    @PatchMapping
    ResponseEntity<ContactJson> change(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(ifMatch);
        merge.edit(
                viewer,
                seen,
                ContactProperties.touchedBy(patch.propertyNames()),
                new FieldMerge.Editable<>(
                        "foundation.contact",
                        () -> require(viewer, number, id),
                        ContactDetail::id,
                        ContactDetail::version,
                        current -> customers.changeContact(
                                viewer,
                                new ContactId(id),
                                patches.apply(ContactProperties.of(current), patch)
                                        .command(current.version()))));
        var contact = require(viewer, number, id);
        return Versions.tagged(json(viewer, contact), contact.version());
    }

    /** Mails to the contact arrive again. */
    @DeleteMapping("/undeliverable")
    ResponseEntity<Void> reachable(Viewer viewer, @PathVariable String number, @PathVariable long id) {
        var contact = require(viewer, number, id);
        addresses.clear(
                viewer, String.valueOf(contact.email()), ContactSubject.of(new ContactId(id)), "foundation.contact");
        return ResponseEntity.noContent().build();
    }

    private ContactJson json(Viewer viewer, ContactDetail contact) {
        return ContactJson.of(viewer, List.of(contact), addresses).get(0);
    }

    private ContactDetail require(Viewer viewer, String number, long id) {
        return details.contact(viewer, details.require(viewer, number).customerId(), new ContactId(id));
    }

    /**
     * What a patch may change.
     *
     * @param manager may see all of the customer's records in the portal
     * @param site id of one of the customer's sites
     */
    record ContactProperties(
            @NotBlank @Size(max = 80) String name,
            @Nullable @Size(max = 80) String title,
            @Nullable @Email @Size(max = 254) String email,
            @Nullable @Size(max = 40) String mobile,
            @Nullable @Size(max = 40) String phone,
            @NotNull @Pattern(regexp = "zh-CN|en") String locale,
            @NotNull Boolean manager,
            @Nullable Long site) {

        static Set<String> touchedBy(Collection<String> fields) {
            return fields.stream()
                    .map(field -> field.equals("site") ? "siteId" : field)
                    .collect(Collectors.toSet());
        }

        static ContactProperties of(ContactDetail contact) {
            return new ContactProperties(
                    contact.name(),
                    contact.title(),
                    contact.email(),
                    contact.mobile(),
                    contact.phone(),
                    contact.locale(),
                    contact.manager(),
                    contact.siteId());
        }

        SaveContact command(int seen) {
            return new SaveContact(name, title, email, mobile, phone, locale, manager, site, seen);
        }
    }
}
