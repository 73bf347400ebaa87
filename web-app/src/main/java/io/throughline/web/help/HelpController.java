package io.throughline.web.help;

import io.throughline.foundation.people.Viewer;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the guide in the reader's language, in the portal's frame to customers. */
@Controller
@RequiredArgsConstructor
class HelpController {

    private final UserGuide guide;

    @GetMapping("/help")
    String help(Viewer viewer, Locale locale, Model model) {
        model.addAttribute("sections", guide.sections(viewer, locale));
        return viewer.isCustomer() ? "web/help/portal" : "web/help/page";
    }
}
