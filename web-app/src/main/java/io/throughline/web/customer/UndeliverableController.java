package io.throughline.web.customer;

import io.throughline.aftersales.mail.UndeliverableAddresses;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Contacts of all customers whom our mails do not reach. */
@Controller
@RequiredArgsConstructor
class UndeliverableController {

    private final UndeliverableAddresses addresses;

    @GetMapping("/customers/undeliverable")
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        model.addAttribute("page", addresses.page(viewer, PageRequest.of(after, before, size)));
        return "foundation/customer/undeliverable";
    }
}
