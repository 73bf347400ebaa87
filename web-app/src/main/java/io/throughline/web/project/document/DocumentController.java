package io.throughline.web.project.document;

import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.document.DocumentQueries;
import io.throughline.project.document.Documents;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of a project's documents. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/documents")
class DocumentController implements AddressRules {

    private final Documents documents;
    private final DocumentQueries queries;
    private final ProjectPages pages;

    @Override
    public void declare(AddressBook book) {
        book.staff("/projects/{key}/documents", "/projects/{key}/documents/{number}/versions");
        book.roles("/projects/{key}/documents/{number}/approval", Role.PROJECT_MANAGER, Role.MANAGER);
        book.roles("/projects/{key}/documents/{number}/removal", Role.PROJECT_MANAGER, Role.MANAGER);
    }

    @GetMapping
    String list(Viewer viewer, @PathVariable String key, Model model) {
        var project = pages.plan(viewer, key, "documents", model);
        model.addAttribute("documents", queries.list(viewer, project));
        model.addAttribute("may", project.manages() && project.isOpen());
        model.addAttribute("work", project.contributes() && project.isOpen());
        return "project/document/list";
    }

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String folder,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam MultipartFile file,
            RedirectAttributes redirect) {
        documents.add(viewer, key, title, folder, note, upload(file));
        return done("project.document.toast.added", key, redirect);
    }

    @PostMapping("/{number}/versions")
    String addVersion(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam MultipartFile file,
            RedirectAttributes redirect) {
        documents.addVersion(viewer, key, number, note, upload(file));
        return done("project.document.toast.version", key, redirect);
    }

    @PostMapping("/{number}/approval")
    String approve(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        documents.approve(viewer, key, number);
        return done("project.document.toast.approved", key, redirect);
    }

    @PostMapping("/{number}/removal")
    String delete(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        documents.delete(viewer, key, number);
        return done("project.document.toast.deleted", key, redirect);
    }

    private static Upload upload(MultipartFile file) {
        var name = file.getOriginalFilename();
        return new Upload(name == null ? "" : name, file.getContentType(), file);
    }

    private static String done(String message, String key, RedirectAttributes redirect) {
        Toast.done(message).after(redirect);
        return "redirect:/projects/" + key + "/documents";
    }
}
