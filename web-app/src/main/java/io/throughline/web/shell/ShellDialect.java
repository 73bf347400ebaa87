package io.throughline.web.shell;

import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * {@code #formats}, {@code #words}, {@code #looks} and {@code #faces} in templates. Bean references ({@code @formats})
 * are refused by Thymeleaf inside the parameters of a fragment; these are not.
 */
@Component
@RequiredArgsConstructor
class ShellDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private final Formats formats;
    private final Words words;
    private final Looks looks;
    private final Faces faces;

    @Override
    public String getName() {
        return "Throughline shell";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return objects().keySet();
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return objects().get(name);
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }

    private Map<String, Object> objects() {
        return Map.of("formats", formats, "words", words, "looks", looks, "faces", faces);
    }
}
