package io.throughline.foundation.people;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a service, or one method of it; the method's rule replaces the class's.
 *
 * <p>The roles are those of the {@link Viewer} handed in as first argument. A service method without a rule is refused
 * at run time and by the architecture tests.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    /** Any of these roles will do. */
    Role[] value() default {};

    /** Everybody who works in the company. */
    boolean staff() default false;

    /** Everybody who is signed in, customers included. */
    boolean signedIn() default false;

    /** Nobody needs to be signed in, and there may be no viewer: sign-in, password reset, links by token, other services. */
    boolean anyone() default false;
}
