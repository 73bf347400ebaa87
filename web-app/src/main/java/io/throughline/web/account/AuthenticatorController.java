package io.throughline.web.account;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.SecondFactor;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.Onward;
import io.throughline.web.shell.SquareCode;
import io.throughline.web.shell.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ties an authenticator app to the person, with codes for the day it is lost, and lets it go again. */
@Controller
@RequestMapping("/account/second-factor")
@RequiredArgsConstructor
class AuthenticatorController {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final SecondFactor secondFactor;
    private final Onward onward;

    @GetMapping
    String show(Viewer viewer, Model model) {
        AccountFrame.into(model, viewer);
        model.addAttribute("state", secondFactor.state(viewer));
        model.addAttribute("proposal", secondFactor.proposal(viewer).orElse(null));
        return "account/second-factor";
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "") String password, Viewer viewer, Model model) {
        return carryOut(() -> secondFactor.begin(viewer, password), viewer, model);
    }

    /** Answered at once and not by a redirect: the recovery codes must not be kept anywhere on the way. */
    @PostMapping("/confirmation")
    String confirm(
            @RequestParam(defaultValue = "") String code, Viewer viewer, Model model, HttpServletResponse response) {
        return showCodes(() -> secondFactor.confirm(viewer, code.replace(" ", "")), viewer, model, response);
    }

    @PostMapping("/recovery-codes")
    String renewCodes(
            @RequestParam(defaultValue = "") String password,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return showCodes(() -> secondFactor.renewCodes(viewer, password), viewer, model, response);
    }

    /** Where the person was going before being asked to set this up. */
    @GetMapping("/onward")
    String goOn(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        return viewer.secondFactorOwed()
                ? "redirect:/account/second-factor"
                : "redirect:" + onward.path(viewer, request, response);
    }

    @PostMapping("/removal")
    String drop(
            @RequestParam(defaultValue = "") String password, Viewer viewer, Model model, RedirectAttributes redirect) {
        Toast.done("web.account.secondFactorOff").after(redirect);
        return carryOut(() -> secondFactor.drop(viewer, password), viewer, model);
    }

    /** The proposal as a square code; the secret is in it, so nothing may keep it. */
    @GetMapping("/qr.svg")
    ResponseEntity<String> code(Viewer viewer) {
        var proposal = secondFactor.proposal(viewer).orElseThrow(() -> new NotFound("proposal", viewer.login()));
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(new SquareCode(proposal.uri()).svg());
    }

    private String showCodes(Supplier<List<String>> change, Viewer viewer, Model model, HttpServletResponse response) {
        try {
            model.addAttribute("codes", change.get());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return show(viewer, model);
        } catch (RuleViolation e) {
            return wrong(e, viewer, model);
        }
    }

    private String carryOut(Runnable change, Viewer viewer, Model model) {
        try {
            change.run();
            return "redirect:/account/second-factor";
        } catch (RuleViolation e) {
            return wrong(e, viewer, model);
        }
    }

    private String wrong(RuleViolation e, Viewer viewer, Model model) {
        model.addAttribute("wrong", e.key());
        model.addAttribute("wrongField", e.field());
        return show(viewer, model);
    }
}
