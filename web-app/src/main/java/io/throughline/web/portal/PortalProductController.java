package io.throughline.web.portal;

import io.throughline.aftersales.installed.InstalledProductFilter;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.installed.InstalledProductSubject;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.OpenedRecord;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a customer has of us: to a manager contact all of the company's products, with warranty and papers. */
@Controller
@RequestMapping("/portal/products")
@RequiredArgsConstructor
class PortalProductController {

    private final InstalledProductQueries queries;
    private final AttachmentQueries attachments;

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var page = queries.rows(viewer, InstalledProductFilter.everything(), PageRequest.of(after, before, null));
        model.addAttribute("page", page);
        model.addAttribute("all", viewer.customerManager());
        model.addAttribute("locale", viewer.locale());
        return "portal/product/list";
    }

    @GetMapping("/{code}")
    String show(Viewer viewer, @PathVariable String code, Model model) {
        var product = queries.detail(viewer, code);
        var subject = InstalledProductSubject.of(product.id());
        OpenedRecord.is(subject);
        model.addAttribute("product", product);
        model.addAttribute("tree", queries.tree(viewer, product));
        model.addAttribute("files", attachments.list(viewer, subject));
        model.addAttribute("locale", viewer.locale());
        return "portal/product/detail";
    }
}
