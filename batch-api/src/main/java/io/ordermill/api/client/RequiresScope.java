package io.ordermill.api.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scope a caller needs for a controller method. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {

    /** Any of these opens the call. */
    Scope[] value();

    /** True where a missing scope is told as 401 instead of 403: the batch submission (seed 001, POST_001). */
    boolean missingIsUnauthorized() default false;
}
