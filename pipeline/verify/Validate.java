import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.*;
import org.w3c.dom.Element;

/**
 * Validate PDFs with veraPDF, all in one virtual machine.
 *
 * <p>The arguments are profiles, as their flavours and files are named: PDFUA_1=PDFUA-1.xml. On
 * standard input stand the files, each ended by a NUL. For each file and profile, in this order,
 * one line of JSON is printed: whether it conforms, and the rules that failed, or why it cannot be
 * read.
 */
class Validate {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset(); // veraPDF logs what it then also returns
        VeraGreenfieldFoundryProvider.initialise();
        List<ValidationProfile> profiles = new ArrayList<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=");
            profiles.add(profile(PDFAFlavour.valueOf(parts[0]), parts[1]));
        }
        String files = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String file : files.split("\0"))
            for (ValidationProfile profile : profiles)
                out.println(new ObjectMapper().writeValueAsString(validate(file, profile)));
    }

    private static Map<String, Object> validate(String file, ValidationProfile profile) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", file);
        answer.put("flavour", profile.getPDFAFlavour().name());
        try (PDFAParser parser =
                Foundries.defaultInstance()
                        .createParser(new File(file), profile.getPDFAFlavour())) {
            // One failed check of each rule is described, all are counted.
            ValidationResult result =
                    Foundries.defaultInstance()
                            .createValidator(profile, 1, false, true, false)
                            .validate(parser);
            List<Object> failed = new ArrayList<>();
            for (TestAssertion check : result.getTestAssertions())
                failed.add(failed(check, profile, result.getFailedChecks()));
            answer.put("compliant", result.isCompliant());
            answer.put("failed", failed);
        } catch (Exception error) {
            answer.put("compliant", false);
            answer.put("unreadable", String.valueOf(error.getMessage()));
        }
        return answer;
    }

    private static Map<String, Object> failed(
            TestAssertion check, ValidationProfile profile, Map<RuleId, Integer> counts) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("clause", check.getRuleId().getClause());
        answer.put("test", check.getRuleId().getTestNumber());
        answer.put("description", check.getMessage());
        answer.put("message", check.getErrorMessage());
        answer.put("object", profile.getRuleByRuleId(check.getRuleId()).getObject());
        answer.put("context", check.getLocation().getContext());
        answer.put("count", counts.get(check.getRuleId()));
        return answer;
    }

    // veraPDF reads its profiles through JAXB, which Java has lost with version 11 and the jar
    // carries in parts only; Debian's has some thirty packages in its wake. So we read them.

    private static final String PROFILES = "/org/verapdf/pdfa/validation/";

    private static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
        Element root =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Validate.class.getResourceAsStream(PROFILES + name))
                        .getDocumentElement();
        Set<Rule> rules = new HashSet<>();
        for (Element rule : all(root, "rule")) rules.add(rule(rule));
        Set<Variable> variables = new HashSet<>();
        for (Element one : all(root, "variable"))
            variables.add(
                    Profiles.variableFromValues(
                            one.getAttribute("name"),
                            one.getAttribute("object"),
                            text(one, "defaultValue"),
                            text(one, "value")));
        ProfileDetails details =
                Profiles.profileDetailsFromValues(
                        text(root, "name"), text(root, "description"), "", new Date(0));
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : all(rule, "argument"))
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), null, null));
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"),
                rule.hasAttribute("deferred")
                        ? Boolean.valueOf(rule.getAttribute("deferred"))
                        : null,
                rule.hasAttribute("tags") ? rule.getAttribute("tags") : null,
                text(rule, "description"),
                text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), arguments),
                List.of());
    }

    private static String text(Element parent, String name) {
        return all(parent, name).get(0).getTextContent();
    }

    private static List<Element> all(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
        return found;
    }
}
