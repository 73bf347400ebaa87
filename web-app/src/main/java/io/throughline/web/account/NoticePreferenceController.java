package io.throughline.web.account;

import io.throughline.foundation.notification.ChooseNotices;
import io.throughline.foundation.notification.Digest;
import io.throughline.foundation.notification.Preferences;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which notices a person wants, where, and how often by mail. */
@Controller
@RequestMapping("/account/notifications")
@RequiredArgsConstructor
class NoticePreferenceController {

    private final Preferences preferences;

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("preferences", preferences.of(viewer));
        AccountFrame.into(model, viewer);
        return "account/notices";
    }

    @PostMapping
    String choose(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Set<String> inApp,
            @RequestParam(required = false) @Nullable Set<String> mail,
            @RequestParam(defaultValue = "SOON") Digest digest,
            RedirectAttributes redirect) {
        preferences.choose(
                viewer, new ChooseNotices(inApp == null ? Set.of() : inApp, mail == null ? Set.of() : mail, digest));
        Toast.done("web.inbox.preferencesSaved").after(redirect);
        return "redirect:/account/notifications";
    }
}
