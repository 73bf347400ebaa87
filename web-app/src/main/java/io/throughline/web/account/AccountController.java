package io.throughline.web.account;

import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.CurrentViewer;
import io.throughline.web.shell.Languages;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Preferences;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Language, time zone, theme and single-letter keys of the person, on every device; the browser's cookies follow. */
@Controller
@RequestMapping("/account")
@RequiredArgsConstructor
class AccountController {

    private final Users users;
    private final Words words;
    private final Clock clock;

    @GetMapping
    String show(Viewer viewer, HttpServletRequest request, Model model) {
        var likes = users.likes(viewer);
        var language = CurrentViewer.of(request)
                .flatMap(account -> Languages.of(account.locale()))
                .orElse(Languages.CHINESE);
        model.addAttribute(
                "form",
                new AccountForm(language.toLanguageTag(), viewer.zone().getId(), likes.theme(), likes.singleKeys()));
        return page(viewer, model);
    }

    @PostMapping
    String save(
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasFieldErrors("zone") && !ZoneId.getAvailableZoneIds().contains(form.zone())) {
            errors.rejectValue("zone", "web.account.badZone");
        }
        if (errors.hasErrors()) {
            return page(viewer, model);
        }
        var language = Locale.forLanguageTag(form.language());
        boolean keys = Boolean.TRUE.equals(form.singleKeys());
        users.prefer(viewer, language, ZoneId.of(form.zone()), form.theme(), keys);
        Preferences.rememberTheme(request, response, form.theme());
        Preferences.rememberSingleKeys(request, response, keys);
        Preferences.rememberLanguage(request, response, language);
        Toast.done("web.account.saved").after(redirect);
        return "redirect:/account";
    }

    private String page(Viewer viewer, Model model) {
        AccountFrame.into(model, viewer);
        model.addAttribute("languages", List.of(new Option("zh-CN", "中文"), new Option("en", "English")));
        model.addAttribute(
                "themes",
                Stream.of("system", "light", "dark")
                        .map(theme -> new Option(theme, words.text("shell.theme." + theme)))
                        .toList());
        model.addAttribute("zones", zones());
        return "account/look";
    }

    private List<Option> zones() {
        var now = clock.instant();
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC")
                        || id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .map(id -> new Option(id, id + " (" + offset(id, now) + ")"))
                .toList();
    }

    private static String offset(String id, Instant now) {
        var offset = ZoneId.of(id).getRules().getOffset(now).getId();
        return offset.equals("Z") ? "UTC" : "UTC" + offset;
    }
}
