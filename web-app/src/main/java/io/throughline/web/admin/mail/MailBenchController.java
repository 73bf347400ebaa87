package io.throughline.web.admin.mail;

import io.throughline.aftersales.mail.MailBench;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** The test page of mail (S64): what would become of this one, and why. Nothing is kept. */
@Controller
@RequestMapping("/admin/mail/bench")
@RequiredArgsConstructor
class MailBenchController {

    private static final String BENCH = "admin/mail/bench";

    private final MailBench bench;

    /**
     * @param file a mail as a mail program saves it
     * @param source the same pasted; used where no file is given
     */
    record BenchForm(@Nullable MultipartFile file, @Nullable String source) {

        byte[] bytes() throws IOException {
            return file != null && !file.isEmpty()
                    ? file.getBytes()
                    : String.valueOf(source == null ? "" : source).getBytes(StandardCharsets.UTF_8);
        }
    }

    @GetMapping
    String start(Model model) {
        model.addAttribute("form", new BenchForm(null, ""));
        return BENCH;
    }

    @PostMapping
    String judge(Viewer viewer, @Valid @ModelAttribute("form") BenchForm form, BindingResult errors, Model model)
            throws IOException {
        var source = form.bytes();
        FormErrors.tried(errors, () -> {
            if (source.length > 0) {
                model.addAttribute("verdict", bench.judge(viewer, source));
            }
            return BENCH;
        });
        return BENCH;
    }
}
