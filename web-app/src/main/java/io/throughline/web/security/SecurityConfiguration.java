package io.throughline.web.security;

import io.throughline.foundation.people.Viewers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Two doors: programs come to {@code /api} with a token and no session, people to everything else with a session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain programsDoor(
            HttpSecurity http,
            AddressAuthorization addresses,
            Viewers viewers,
            BearerTokens tokens,
            SecondFactorGate secondFactor,
            ApiRefusal refusal,
            Clock clock)
            throws Exception {
        http.securityMatcher("/api/**");
        headers(http);
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(tokens, BasicAuthenticationFilter.class)
                .addFilterBefore(new ViewerFilter(viewers, clock), AuthorizationFilter.class)
                .addFilterBefore(secondFactor.forPrograms(), AuthorizationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(addresses))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain peopleDoor(
            HttpSecurity http,
            AddressAuthorization addresses,
            Viewers viewers,
            SignInSuccess success,
            SignInFailure failure,
            SignOut signOut,
            BackToTheForm signInPage,
            SecondFactorGate secondFactor,
            KeptForms forms,
            CsrfTokenRepository antiForgeryTokens,
            RequestCache pages,
            Clock clock)
            throws Exception {
        headers(http);
        return http.csrf(csrf -> csrf.csrfTokenRepository(antiForgeryTokens))
                .requestCache(cache -> cache.requestCache(pages))
                .addFilterBefore(new ViewerFilter(viewers, clock), AuthorizationFilter.class)
                .addFilterBefore(secondFactor.forPeople(), AuthorizationFilter.class)
                .addFilterAfter(new SentAgain(forms), AuthorizationFilter.class)
                .formLogin(
                        form -> form.loginPage("/login").successHandler(success).failureHandler(failure))
                .logout(logout -> logout.addLogoutHandler(signOut).logoutSuccessUrl("/login?signedOut"))
                .exceptionHandling(errors -> errors.accessDeniedPage("/error/forbidden")
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), SecurityConfiguration::isStream)
                        .defaultAuthenticationEntryPointFor(signInPage, AnyRequestMatcher.INSTANCE))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(addresses))
                .build();
    }

    /** A page that lost its session cannot read the sign-in page out of its stream. */
    private static boolean isStream(HttpServletRequest request) {
        return MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frame -> frame.deny())
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")));
    }
}
