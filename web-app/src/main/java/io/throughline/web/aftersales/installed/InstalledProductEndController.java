package io.throughline.web.aftersales.installed;

import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.installed.InstalledProducts;
import io.throughline.aftersales.installed.ReplaceInstalledProduct;
import io.throughline.aftersales.installed.RetireInstalledProduct;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a product's use ends: another takes its place, or it is retired, which can be taken back. */
@Controller
@RequestMapping("/installed-products/{code}")
@RequiredArgsConstructor
class InstalledProductEndController {

    private static final String REPLACE = "aftersales/installed/replace";
    private static final String RETIRE = "aftersales/installed/retire";

    private final InstalledProducts products;
    private final InstalledProductQueries queries;

    /** As the command, in which a box may still be empty. */
    record Replacement(
            @Nullable @Size(max = 60) String serial,
            @Nullable @Size(max = 80) String model,
            @Nullable @Size(max = 40) String productVersion,
            @Nullable @NotNull LocalDate on,
            @Nullable @NotBlank @Size(max = 500) String reason,
            @Nullable @Min(1) @Max(240) Integer warrantyMonths,
            @Nullable Boolean parts,
            @Nullable Integer version) {

        ReplaceInstalledProduct command() {
            return new ReplaceInstalledProduct(
                    serial,
                    model,
                    productVersion,
                    Objects.requireNonNull(on),
                    Objects.requireNonNull(reason),
                    warrantyMonths,
                    parts,
                    version);
        }
    }

    /** As the command, in which a box may still be empty. */
    record Retirement(
            @Nullable @NotNull LocalDate on,
            @Nullable @NotBlank @Size(max = 500) String reason,
            @Nullable Integer version) {

        RetireInstalledProduct command() {
            return new RetireInstalledProduct(Objects.requireNonNull(on), Objects.requireNonNull(reason), version);
        }
    }

    @GetMapping("/replacement")
    String startReplacing(Viewer viewer, @PathVariable String code, Model model) {
        var product = queries.detail(viewer, code);
        model.addAttribute("product", product);
        model.addAttribute(
                "form",
                new Replacement(
                        null,
                        product.model(),
                        product.productVersion(),
                        queries.today(viewer),
                        null,
                        null,
                        true,
                        product.version()));
        return REPLACE;
    }

    @PostMapping("/replacement")
    String replace(
            Viewer viewer,
            @PathVariable String code,
            @Valid @ModelAttribute("form") Replacement form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var made = products.replace(viewer, code, form.command());
            Toast.done("aftersales.installed.done.replaced").after(redirect);
            return "redirect:/installed-products/" + made;
        });
        return next.orElseGet(() -> {
            model.addAttribute("product", queries.detail(viewer, code));
            return REPLACE;
        });
    }

    @GetMapping("/retirement")
    String startRetiring(Viewer viewer, @PathVariable String code, Model model) {
        var product = queries.detail(viewer, code);
        model.addAttribute("product", product);
        model.addAttribute("form", new Retirement(queries.today(viewer), null, product.version()));
        return RETIRE;
    }

    @PostMapping("/retirement")
    String retire(
            Viewer viewer,
            @PathVariable String code,
            @Valid @ModelAttribute("form") Retirement form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            products.retire(viewer, code, form.command());
            Toast.done("aftersales.installed.done.retired")
                    .undo("/installed-products/" + code + "/retirement/removal")
                    .after(redirect);
            return "redirect:/installed-products/" + code;
        });
        return next.orElseGet(() -> {
            model.addAttribute("product", queries.detail(viewer, code));
            return RETIRE;
        });
    }

    @PostMapping("/retirement/removal")
    String reinstate(Viewer viewer, @PathVariable String code, RedirectAttributes redirect) {
        products.reinstate(viewer, code);
        Toast.done("aftersales.installed.done.reinstated").after(redirect);
        return "redirect:/installed-products/" + code;
    }
}
