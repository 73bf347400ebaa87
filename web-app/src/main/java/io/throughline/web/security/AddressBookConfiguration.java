package io.throughline.web.security;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AddressBookConfiguration {

    /** One book for the doors, the matrix of roles on its page, and the tests. */
    @Bean
    AddressBook addressBook(List<AddressRules> rules) {
        var book = new AddressBook();
        rules.forEach(rule -> rule.declare(book));
        return book;
    }
}
