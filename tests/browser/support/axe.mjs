// Asks axe what keeps people from using a page: WCAG 2.0 to 2.2, levels A and AA, and its best practices.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page as it looks now, a line each. */
export async function barriers(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SCRIPT);
  const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), STANDARDS);
  if (found.passes.length < 3) throw new Error("axe has not looked at the page");
  const line = (rule, node) => `${rule.id}: ${node.failureSummary} ${node.html}`;
  return found.violations.flatMap((rule) => rule.nodes.map((node) => line(rule, node)));
}
