package io.throughline.web.activity;

import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a record of the tests, as a feature would write it: the two panels and nothing else. */
@Controller
@RequiredArgsConstructor
class ThingPage {

    private final SubjectAccesses accesses;
    private final ActivityPanels panels;

    @GetMapping("/things/{id}")
    String show(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("activity", panels.of(viewer, accesses.see(viewer, new SubjectRef("THING", id))));
        return "thing";
    }

    @Component
    static class Addresses implements AddressRules {

        @Override
        public void declare(AddressBook book) {
            book.signedIn("/things/*");
        }
    }
}
