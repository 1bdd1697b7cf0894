// Asks linkinator which links and anchors of pages lead nowhere.

import { LinkChecker } from "linkinator";

/**
 * The links of some pages of a host that are broken, as addresses below its origin, sorted. Links to other hosts are
 * left out; those that name the site by its public address (`publicly`) are followed on this host.
 *
 * One run a page, since linkinator judges the anchors of an address only when it fetches it: in one run for the whole
 * site, an anchor of a page that has been fetched before is taken for good.
 */
export async function broken(origin, pages, publicly = origin) {
  const found = new Set();
  for (const page of pages) {
    for (const link of await brokenOn(origin, page, publicly)) found.add(link);
  }
  return [...found].sort();
}

async function brokenOn(origin, page, publicly) {
  const checker = new LinkChecker();
  const { links } = await checker.check({
    path: origin + page,
    checkFragments: true,
    checkCss: true,
    linksToSkip: async (url) => !url.startsWith(`${origin}/`) && !url.startsWith(publicly),
    urlRewriteExpressions: [{ pattern: new RegExp(`^${literally(publicly)}`), replacement: origin }],
  });
  const own = links.filter((link) => link.state === "BROKEN");
  return own.map((link) => decodeURI(link.url.replace(publicly, "").replace(origin, "")));
}

function literally(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
