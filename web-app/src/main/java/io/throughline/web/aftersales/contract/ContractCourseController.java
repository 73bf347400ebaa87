package io.throughline.web.aftersales.contract;

import io.throughline.aftersales.contract.Contracts;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A contract is signed, renewed, or cancelled. */
@Controller
@RequestMapping("/contracts/{number}")
@RequiredArgsConstructor
class ContractCourseController {

    private final Contracts contracts;

    @PostMapping("/activation")
    String activate(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        contracts.activate(viewer, number);
        Toast.done("aftersales.contract.done.activated").after(redirect);
        return "redirect:/contracts/" + number;
    }

    @PostMapping("/renewal")
    String renew(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        var next = contracts.renew(viewer, number);
        Toast.done("aftersales.contract.done.renewed", next).after(redirect);
        return "redirect:/contracts/" + next;
    }

    @PostMapping("/cancellation")
    String cancel(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        contracts.cancel(viewer, number, reason);
        Toast.done("aftersales.contract.done.cancelled").after(redirect);
        return "redirect:/contracts/" + number;
    }
}
