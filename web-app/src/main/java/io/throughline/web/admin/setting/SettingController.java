package io.throughline.web.admin.setting;

import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Settings;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company's settings on one page. */
@Controller
@RequestMapping("/admin/settings")
class SettingController {

    private static final List<Option> ZONES = ZoneId.getAvailableZoneIds().stream()
            .sorted()
            .map(zone -> new Option(zone, zone))
            .toList();

    private final Settings settings;
    private final FormMerge merge;
    private final long largestUpload;

    SettingController(
            Settings settings,
            FormMerge merge,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largestUpload) {
        this.settings = settings;
        this.merge = merge;
        this.largestUpload = largestUpload.toMegabytes();
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("form", SettingForm.of(settings.stored(viewer)));
        return page(model);
    }

    @PostMapping
    String change(
            Viewer viewer,
            @Valid @ModelAttribute("form") @Nullable SettingForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        if (form != null && form.attachmentLimitMib() != null && form.attachmentLimitMib() > largestUpload) {
            errors.rejectValue(
                    "attachmentLimitMib", "web.setting.aboveServer", new Object[] {Long.toString(largestUpload)}, null);
        }
        var edit = new FormEdit<SettingForm>(
                "foundation.setting",
                0,
                List.of(),
                () -> FormEdit.Filled.of(SettingForm.of(settings.stored(viewer))),
                whole -> settings.change(viewer, whole.values(), whole.version()));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("web.setting.saved").after(redirect);
            return "redirect:/admin/settings";
        }
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("zones", ZONES);
        model.addAttribute("largestUpload", Long.toString(largestUpload));
        return "admin/settings";
    }
}
