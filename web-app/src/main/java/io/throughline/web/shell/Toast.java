package io.throughline.web.shell;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The short notice after a change: what was done, and the way back where there is one.
 *
 * <pre>{@code
 * Toast.done("project.task.completed", task.name()).undo("/projects/HTC/tasks/12/completion/removal").after(redirect);
 * return "redirect:/projects/HTC/schedule";
 * }</pre>
 *
 * @param tone {@code good}, {@code info}, {@code warn} or {@code bad}
 * @param key message key
 * @param args its arguments
 * @param undo address inside the application to which a form with the CSRF token is posted; null without undo
 */
public record Toast(
        String tone,
        String key,
        List<? extends Serializable> args,
        @Nullable String undo) implements Serializable {

    static final String ATTRIBUTE = "toast";

    public static Toast done(String key, Serializable... args) {
        return new Toast("good", key, List.of(args), null);
    }

    public static Toast warning(String key, Serializable... args) {
        return new Toast("warn", key, List.of(args), null);
    }

    public static Toast refused(String key, Serializable... args) {
        return new Toast("bad", key, List.of(args), null);
    }

    public Toast undo(String address) {
        return new Toast(tone, key, args, address);
    }

    /** Shows the notice on the page the redirect leads to. */
    public void after(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }

    /** Hands a notice on that came to a page which leads further, to the address that is its own. */
    public static void carryOn(Model model, RedirectAttributes redirect) {
        var toast = model.getAttribute(ATTRIBUTE);
        if (toast != null) {
            redirect.addFlashAttribute(ATTRIBUTE, toast);
        }
    }

    public Object[] arguments() {
        return args.toArray();
    }

    public String icon() {
        return switch (tone) {
            case "bad" -> "exclamation-circle";
            case "warn" -> "exclamation-triangle";
            case "info" -> "info-circle";
            default -> "check-circle-fill";
        };
    }
}
