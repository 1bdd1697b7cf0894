// Asks html-validate which parts of a file are not valid HTML.

import { StaticConfigLoader, HtmlValidate } from "html-validate";

const RULES = {
  // Pages promise to work under a policy that forbids these.
  "no-inline-style": "error",
  // Files of the site itself need no hash to be trusted.
  "require-sri": ["error", { target: "crossorigin" }],
};
const EXTENDS = ["html-validate:standard", "html-validate:document"];

const checker = new HtmlValidate(new StaticConfigLoader({ root: true, extends: EXTENDS, rules: RULES }));

/** What is wrong with an HTML file, a line each: `line:column rule message`. */
export async function invalid(file) {
  const report = await checker.validateFile(file);
  const messages = report.results.flatMap((result) => result.messages);
  return messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`);
}
