package io.throughline.web.security;

/** The addresses of one feature and who may call them; each web feature has one such bean. */
public interface AddressRules {

    void declare(AddressBook book);
}
