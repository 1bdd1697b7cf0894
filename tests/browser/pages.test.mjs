// Every page, as readers get it: no errors, accessible in each width and colour scheme, nothing cut off.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { barriers } from "./support/axe.mjs";
import { launch, open, overflow, shifts, violations } from "./support/browser.mjs";
import { addresses, build, buildWithParts, serve } from "./support/site.mjs";

const LOOKS = [360, 1280].flatMap((width) => ["light", "dark"].map((scheme) => ({ width, scheme })));

const folder = build();
const parts = buildWithParts();
const pages = addresses(folder);
// Of the second site, what the first does not have: every part of a text, a borrowed text, notices.
const more = addresses(parts).filter((address) => address.includes("/parts/"));
let site, other, browser;
before(async () => ([site, other, browser] = await Promise.all([serve(folder), serve(parts), launch()])));
after(() => Promise.all([site.close(), other.close(), browser.close()]));

test("the site has its pages in both languages", () => {
  const below = (tag) => pages.filter((page) => page.startsWith(`/${tag}/`)).map((page) => page.slice(tag.length + 2));
  assert.ok(below("ja").length >= 12, `only ${below("ja").length} pages`);
  assert.deepEqual(below("ja"), below("en"));
  assert.ok(pages.includes("/") && pages.includes("/404.html"));
});

for (const address of [...pages, ...more]) {
  const origin = () => (more.includes(address) ? other.origin : site.origin);
  test(decodeURI(address), async (t) => {
    const { page, troubles, close } = await open(browser, origin() + address);
    t.after(close);
    await t.test("says its language and its name", () => hasFrame(page, address));
    await t.test("is accessible", () => isAccessible(page));
    await t.test("fits on a narrow screen", async () => assert.equal(await overflow(page, 320), 0));
    await t.test("loads without trouble", async () => {
      assert.deepEqual(troubles, []);
      assert.deepEqual(await violations(page), []);
    });
  });
  test(`${decodeURI(address)} stays still while it loads`, () => staysStill(origin() + address));
}

async function hasFrame(page, address) {
  const tag = address.match(/^\/(ja|en)\//)?.[1] ?? "ja";
  assert.equal(await page.getAttribute("html", "lang"), tag);
  assert.equal(await page.locator("h1").count(), 1);
  assert.match(await page.title(), /\S/);
  const ids = await page.$$eval("[id]", (elements) => elements.map((element) => element.id));
  assert.deepEqual(ids, [...new Set(ids)]);
}

/** With every answer open, as what is closed is not looked at. */
async function isAccessible(page) {
  await page.$$eval("main details", (all) => all.forEach((details) => (details.open = true)));
  for (const { width, scheme } of LOOKS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    assert.deepEqual(await barriers(page), [], `at ${width} px in ${scheme} colours`);
  }
}

/**
 * At both widths from the start: a window that changes its size moves things by right. A busy machine draws a page that
 * it has read half, whose second half then moves the first; what fonts, pictures and scripts move, moves each time.
 */
async function staysStill(url) {
  for (const width of [360, 1280]) {
    let moved = [];
    for (let load = 1; load === 1 || (load <= 3 && moved.length > 0); load += 1) {
      const { page, close } = await open(browser, url, { viewport: { width, height: 900 } });
      moved = await shifts(page);
      await close();
    }
    assert.deepEqual(moved, [], `at ${width} px`);
  }
}
