package io.throughline.aftersales.installed;

import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets documents, comments and notices hang on installed products. */
@Component
@RequiredArgsConstructor
public class InstalledProductSubject implements SubjectAccess {

    public static final String TYPE = "INSTALLED_PRODUCT";

    private final JdbcClient jdbc;
    private final ProductScope scope;

    public static SubjectRef of(InstalledProductId product) {
        return new SubjectRef(TYPE, product.value());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        return jdbc.sql("select ip.id from aftersales.installed_product ip where ip.id = any(?) and "
                        + scope.of(viewer))
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("select id, code, serial, model from aftersales.installed_product where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    var code = row.getString("code");
                    links.put(
                            row.getLong("id"),
                            new SubjectLink(
                                    row.getString("serial") + " · " + row.getString("model"),
                                    "/installed-products/" + code,
                                    "/portal/products/" + code));
                });
        return links;
    }
}
