package io.throughline.web.admin.people;

import io.throughline.foundation.people.RequireSecondFactor;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.SecondFactorRules;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which roles must sign in with a second factor, and who of them has not set it up yet. */
@Controller
@RequestMapping("/admin/second-factor")
@RequiredArgsConstructor
class SecondFactorRuleController {

    private final SecondFactorRules rules;
    private final FormMerge merge;
    private final Words words;

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("form", rules.current(viewer));
        return page(viewer, model);
    }

    @PostMapping
    String require(
            Viewer viewer,
            @ModelAttribute("form") @Nullable RequireSecondFactor form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var edit = new FormEdit<RequireSecondFactor>(
                "foundation.second_factor_policy",
                SecondFactorRules.ID,
                List.of(),
                () -> FormEdit.Filled.of(rules.current(viewer)),
                whole -> rules.require(viewer, whole));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("web.people.secondFactorRuleSaved").after(redirect);
            return "redirect:/admin/second-factor";
        }
        return page(viewer, model);
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("roles", words.options(Role.values()));
        model.addAttribute("owing", rules.owing(viewer));
        return "admin/people/second-factor";
    }
}
