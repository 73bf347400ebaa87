package io.throughline.web.aftersales.installed;

import io.throughline.aftersales.installed.InstalledProductDetail;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.installed.InstalledProducts;
import io.throughline.aftersales.installed.ReplaceInstalledProduct;
import io.throughline.aftersales.installed.RetireInstalledProduct;
import io.throughline.aftersales.installed.SaveInstalledProduct;
import io.throughline.aftersales.installed.WarrantyRule;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.FieldMerge;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Installed products for programs: the same commands, filters and scopes as the pages. */
@RestController
@RequestMapping("/api/v1/installed-products")
@RequiredArgsConstructor
class InstalledProductApi {

    private final InstalledProducts products;
    private final InstalledProductQueries queries;
    private final ProductAddress address;
    private final MergePatch patches;
    private final FieldMerge merge;

    @GetMapping
    ResponseEntity<List<InstalledProductJson>> list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer size) {
        var page = queries.rows(
                viewer, address.filter(viewer, query), PageRequest.of(query.get("after"), query.get("before"), size));
        return Pages.of(
                new Page<>(page.rows().stream().map(InstalledProductJson::of).toList(), page.next(), page.previous()));
    }

    @PostMapping
    ResponseEntity<InstalledProductJson> register(Viewer viewer, @Valid @RequestBody Properties body) {
        return made(viewer, products.register(viewer, body.command(null)));
    }

    @GetMapping("/{code}")
    ResponseEntity<InstalledProductJson> show(Viewer viewer, @PathVariable String code) {
        var product = queries.detail(viewer, code);
        return Versions.tagged(InstalledProductJson.of(product), product.version());
    }

    @PatchMapping("/{code}")
    ResponseEntity<InstalledProductJson> change(
            Viewer viewer,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(ifMatch);
        var kept = new String[] {code};
        merge.edit(
                viewer,
                seen,
                Properties.touchedBy(patch.propertyNames()),
                new FieldMerge.Editable<>(
                        "aftersales.installed_product",
                        () -> queries.detail(viewer, code),
                        product -> product.id().value(),
                        InstalledProductDetail::version,
                        product -> kept[0] = products.change(
                                viewer,
                                code,
                                patches.apply(Properties.of(product), patch).command(product.version()))));
        return show(viewer, kept[0]);
    }

    @PostMapping("/{code}/replacement")
    ResponseEntity<InstalledProductJson> replace(
            Viewer viewer, @PathVariable String code, @Valid @RequestBody ReplaceInstalledProduct body) {
        return made(viewer, products.replace(viewer, code, body));
    }

    @PostMapping("/{code}/retirement")
    ResponseEntity<InstalledProductJson> retire(
            Viewer viewer, @PathVariable String code, @Valid @RequestBody RetireInstalledProduct body) {
        products.retire(viewer, code, body);
        return show(viewer, code);
    }

    @DeleteMapping("/{code}/retirement")
    ResponseEntity<InstalledProductJson> reinstate(Viewer viewer, @PathVariable String code) {
        products.reinstate(viewer, code);
        return show(viewer, code);
    }

    private ResponseEntity<InstalledProductJson> made(Viewer viewer, String code) {
        var product = queries.detail(viewer, code);
        return Versions.created(
                "/api/v1/installed-products/" + code, InstalledProductJson.of(product), product.version());
    }

    /**
     * What a program says of a product; the version comes from {@code If-Match}.
     *
     * @param serial blank for a number of ours
     * @param parent code of the product it is a part of
     */
    record Properties(
            @Nullable @Size(max = 60) String serial,
            @Nullable @Size(max = 80) String manufacturer,
            @NotBlank @Size(max = 80) String model,
            @Nullable @Size(max = 40) String productVersion,
            @Nullable @Size(max = 120) String nameZh,
            @Nullable @Size(max = 120) String nameEn,
            @NotNull Long customerId,
            @Nullable Long siteId,
            @Nullable Long projectId,
            @Nullable Long deliverableId,
            @Nullable @Size(max = 80) String parent,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate wentLiveOn,
            @Nullable LocalDate shippedOn,
            @Nullable LocalDate installedOn,
            @Nullable WarrantyRule warrantyRule,
            @Nullable @Min(1) @Max(240) Integer warrantyMonths,
            @Nullable @Size(max = 20000) String notes) {

        static Set<String> touchedBy(Iterable<String> fields) {
            var touched = new HashSet<String>();
            for (var field : fields) {
                touched.add(field);
                InstalledProductController.TOGETHER.stream()
                        .filter(group -> group.contains(field))
                        .forEach(touched::addAll);
            }
            return touched;
        }

        static Properties of(InstalledProductDetail product) {
            var form = InstalledProductForm.of(product);
            return new Properties(
                    form.serial(),
                    form.manufacturer(),
                    product.model(),
                    form.productVersion(),
                    form.nameZh(),
                    form.nameEn(),
                    product.customerId(),
                    form.siteId(),
                    form.projectId(),
                    form.deliverableId(),
                    form.parent(),
                    form.acceptedOn(),
                    form.wentLiveOn(),
                    form.shippedOn(),
                    form.installedOn(),
                    form.warrantyRule(),
                    form.warrantyMonths(),
                    form.notes());
        }

        SaveInstalledProduct command(@Nullable Integer version) {
            return new SaveInstalledProduct(
                    serial,
                    manufacturer,
                    model,
                    productVersion,
                    nameZh,
                    nameEn,
                    customerId,
                    siteId,
                    projectId,
                    deliverableId,
                    parent,
                    acceptedOn,
                    wentLiveOn,
                    shippedOn,
                    installedOn,
                    warrantyRule,
                    warrantyMonths,
                    notes,
                    version);
        }
    }
}
