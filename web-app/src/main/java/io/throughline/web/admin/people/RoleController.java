package io.throughline.web.admin.people;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What each role sees and does, in words and as the addresses it opens. */
@Controller
@RequiredArgsConstructor
class RoleController {

    private final AddressBook book;

    @GetMapping("/admin/roles")
    String show(Model model) {
        model.addAttribute("roles", Role.values());
        model.addAttribute("lines", RoleMatrix.of(book));
        return "admin/people/roles";
    }
}
