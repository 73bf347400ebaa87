package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.TicketPasses;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ends the links by which a ticket is opened without signing in, for people and for programs. */
@Controller
@RequiredArgsConstructor
class TicketPassRevocation {

    private final TicketPasses passes;

    @PostMapping("/tickets/{number}/passes/revocation")
    String revoke(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        Toast.done("aftersales.ticket.passesRevoked", passes.revoke(viewer, number))
                .after(redirect);
        return "redirect:/tickets/" + number;
    }

    @RestController
    @RequiredArgsConstructor
    static class Api {

        private final TicketPasses passes;

        @DeleteMapping("/api/v1/tickets/{number}/passes")
        ResponseEntity<Void> revoke(Viewer viewer, @PathVariable String number) {
            passes.revoke(viewer, number);
            return ResponseEntity.noContent().build();
        }
    }
}
