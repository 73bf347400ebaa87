package io.throughline.web.security;

import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a person typed and could not send because the session had ended, to be sent now or dropped. */
@Controller
@RequestMapping(KeptFormController.ADDRESS)
@RequiredArgsConstructor
class KeptFormController {

    static final String ADDRESS = "/kept";

    private final KeptForms forms;

    @GetMapping
    String show(Viewer viewer, Model model) {
        var all = forms.of(viewer.id());
        model.addAttribute("all", all);
        return all.isEmpty() ? "redirect:/" : "security/kept";
    }

    @PostMapping("/{id}/removal")
    String drop(Viewer viewer, @PathVariable long id) {
        forms.drop(viewer, id);
        return "redirect:" + ADDRESS;
    }
}
