package io.throughline.foundation.people;

import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Checks the viewer's roles against {@link Allow} and remembers the viewer as {@link CurrentActor} during the call. */
class AllowInterceptor implements MethodInterceptor {

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var viewer = viewerOf(call.getArguments());
        check(call, viewer);
        if (viewer == null) {
            return call.proceed();
        }
        var before = CurrentActor.enter(viewer);
        try {
            return call.proceed();
        } finally {
            CurrentActor.leave(before);
        }
    }

    private void check(MethodInvocation call, @Nullable Viewer viewer) {
        var rule = ruleOf(call);
        if (rule.anyone() || viewer != null && permits(rule, viewer)) {
            return;
        }
        throw new NotAllowed(call.getMethod().getDeclaringClass().getSimpleName() + "."
                + call.getMethod().getName());
    }

    private static boolean permits(Allow rule, Viewer viewer) {
        return viewer.isSystem()
                || rule.signedIn()
                || rule.staff() && viewer.isStaff()
                || Arrays.stream(rule.value()).anyMatch(viewer::has);
    }

    private static Allow ruleOf(MethodInvocation call) {
        var target = call.getThis();
        var type = target == null ? call.getMethod().getDeclaringClass() : target.getClass();
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(
                org.springframework.aop.support.AopUtils.getMostSpecificMethod(call.getMethod(), type), Allow.class);
        var rule = onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(type, Allow.class);
        if (rule == null) {
            throw new NotAllowed("no rule for " + call.getMethod());
        }
        return rule;
    }

    private static @Nullable Viewer viewerOf(@Nullable Object[] arguments) {
        return arguments.length > 0 && arguments[0] instanceof Viewer viewer ? viewer : null;
    }
}
