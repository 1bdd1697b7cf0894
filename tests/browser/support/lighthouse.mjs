// Asks Lighthouse how well a page does, on the telephone that it imitates.

import lighthouse from "lighthouse";

import { launch } from "./browser.mjs";
import { freePort } from "./port.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** A browser that Lighthouse can drive, with a function that gives the scores of an address, and what cost points. */
export async function judge() {
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  const scores = async (url, skipAudits = []) => {
    const options = { port, onlyCategories: CATEGORIES, skipAudits, logLevel: "silent", throttlingMethod: "simulate" };
    const { lhr } = await lighthouse(url, options);
    return Object.fromEntries(CATEGORIES.map((id) => [id, result(lhr, id)]));
  };
  return { scores, close: () => browser.close() };
}

function result(lhr, id) {
  const { score, auditRefs } = lhr.categories[id];
  const lost = auditRefs.filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 1);
  return { score: Math.round((score ?? 0) * 100), lost: lost.map((ref) => ref.id) };
}
