package io.ordermill.api.console;

import io.ordermill.api.console.ConsoleEntry.State;
import io.ordermill.api.web.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people come in. */
@Controller
class SignInController {

    @GetMapping("/console")
    String home() {
        return "redirect:/console/operations";
    }

    @GetMapping(ConsoleEntry.PATH)
    String signIn(HttpServletRequest request, Model model) {
        String[] states = Arrays.stream(State.values()).map(State::label).toArray(String[]::new);
        model.addAttribute("state", QueryParameters.of(request, "state").oneOf("state", State.NEW.label(), states));
        return "console/login";
    }
}
