package io.throughline.web.customer;

import io.throughline.aftersales.mail.UndeliverableAddresses;
import io.throughline.foundation.customer.ContactDetail;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.customer.SaveContact;
import io.throughline.foundation.customer.SaveSite;
import io.throughline.foundation.customer.SiteDetail;
import io.throughline.foundation.people.Viewer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A customer's contacts and sites for programs. */
@RestController
@RequestMapping("/api/v1/customers/{number}")
@RequiredArgsConstructor
class CustomerPartsApi {

    private final Customers customers;
    private final CustomerDetailQueries details;
    private final UndeliverableAddresses addresses;

    @GetMapping("/contacts")
    List<ContactJson> contacts(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Boolean undeliverable) {
        var all = details.contacts(viewer, details.require(viewer, number).customerId());
        return ContactJson.of(viewer, all, addresses).stream()
                .filter(contact -> undeliverable == null || undeliverable == (contact.undeliverable() != null))
                .toList();
    }

    @PostMapping("/contacts")
    ResponseEntity<ContactDetail> add(Viewer viewer, @PathVariable String number, @Valid @RequestBody NewContact body) {
        var customer = details.require(viewer, number).customerId();
        var id = customers.addContact(viewer, customer, body.command());
        return ResponseEntity.created(URI.create("/api/v1/customers/" + number + "/contacts"))
                .body(details.contact(viewer, customer, id));
    }

    @GetMapping("/sites")
    List<SiteDetail> sites(Viewer viewer, @PathVariable String number) {
        return details.sites(viewer, details.require(viewer, number).customerId());
    }

    @PostMapping("/sites")
    ResponseEntity<SiteDetail> add(Viewer viewer, @PathVariable String number, @Valid @RequestBody NewSite body) {
        var customer = details.require(viewer, number).customerId();
        var id = customers.addSite(viewer, customer, new SaveSite(body.name(), body.address(), body.zone(), null));
        return ResponseEntity.created(URI.create("/api/v1/customers/" + number + "/sites"))
                .body(details.site(viewer, customer, id));
    }

    /**
     * @param manager may see all of the customer's records in the portal; absent means no
     * @param site id of one of the customer's sites
     */
    record NewContact(
            @NotBlank @Size(max = 80) String name,
            @Nullable @Size(max = 80) String title,
            @Nullable @Email @Size(max = 254) String email,
            @Nullable @Size(max = 40) String mobile,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Pattern(regexp = "zh-CN|en") String locale,
            @Nullable Boolean manager,
            @Nullable Long site) {

        SaveContact command() {
            return new SaveContact(
                    name,
                    title,
                    email,
                    mobile,
                    phone,
                    locale == null ? "zh-CN" : locale,
                    Boolean.TRUE.equals(manager),
                    site,
                    null);
        }
    }

    /** @param zone IANA time zone of the place */
    record NewSite(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 300) String address,
            @NotBlank @Size(max = 64) String zone) {}
}
