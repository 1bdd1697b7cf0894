// Reading the site by keyboard, without JavaScript, in the other language and on paper.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, overflow } from "./support/browser.mjs";
import { addresses, build, serve } from "./support/site.mjs";

const PHONE = { viewport: { width: 360, height: 740 } };

const folder = build();
const pages = addresses(folder).filter((address) => /^\/(ja|en)\//.test(address));
const topics = pages.filter((address) => address.endsWith("/"));
let site, browser;
before(async () => ([site, browser] = await Promise.all([serve(folder), launch()])));
after(() => Promise.all([site.close(), browser.close()]));

/** A test on one page, for each of some addresses. */
function on(list, name, options, body) {
  for (const address of list) {
    test(`${name}: ${decodeURI(address)}`, async (t) => {
      const { page, close } = await open(browser, site.origin + address, options);
      t.after(close);
      await body(page, address);
    });
  }
}

const both = (path) => [`/ja/${path}`, `/en/${path}`];
const focused = (page) => page.evaluateHandle(() => document.activeElement);
const pathOf = (page) => decodeURI(new URL(page.url()).pathname);

on(pages, "the skip link comes first and skips", {}, async (page) => {
  await page.keyboard.press("Tab");
  const link = (await focused(page)).asElement();
  assert.equal(await link.getAttribute("href"), "#ui:main");
  assert.equal(await link.evaluate((element) => getComputedStyle(element).clipPath), "none", "it can be seen");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await (await focused(page)).evaluate((element) => element.closest("main") !== null), "the text is next");
});

on(topics, "the other language has the same page and section", {}, async (page, address) => {
  const link = page.locator(".languages a");
  const alternate = await page.getAttribute(`link[hreflang="${await link.getAttribute("hreflang")}"]`, "href");
  const ids = await page.$$eval(".content :is(h2, h3)[id]", (headings) => headings.map((heading) => heading.id));
  for (const id of ids.slice(-1)) await page.evaluate((hash) => void (location.hash = hash), id);
  const section = await page.evaluate(() => location.hash);
  await link.click();
  await page.waitForURL((url) => !url.pathname.startsWith(address.slice(0, 4)));
  assert.equal(new URL(page.url()).pathname, new URL(alternate).pathname);
  assert.equal(await page.evaluate(() => location.hash), section);
  if (ids.length > 0) assert.equal(await page.locator(":target").count(), 1, `${section} is there`);
});

on(pages, "the menu opens without JavaScript", { ...PHONE, javaScriptEnabled: false }, async (page) => {
  const link = page.locator(".menu > li > a").first();
  assert.equal(await link.isVisible(), false);
  await page.locator(".site-menu > details > summary").click();
  const target = await link.getAttribute("href");
  await link.click();
  await page.waitForURL((url) => url.pathname === target);
});

on(both(""), "the menu opens by keyboard on a phone", PHONE, async (page) => {
  await tabTo(page, ".site-menu > details > summary");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const link = (await focused(page)).asElement();
  assert.ok(await link.isVisible());
  const target = await link.getAttribute("href");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === target);
});

on(both("apply/"), "Escape closes the menu on a phone, level by level", PHONE, async (page) => {
  await tabTo(page, ".site-menu > details > summary");
  await page.keyboard.press("Enter");
  await tabTo(page, ".menu details > summary");
  await page.keyboard.press("Enter");
  const open = () => page.locator(".site-menu details[open]").count();
  assert.equal(await open(), 2);
  for (const left of [1, 0]) {
    await page.keyboard.press("Escape");
    assert.equal(await open(), left);
  }
  assert.ok(await page.evaluate(() => document.activeElement.matches(".site-menu > details > summary")));
});

on(both("apply/"), "the menu is there on a wide screen, and the open section's pages open by keyboard", {}, async (page) => {
  assert.equal(await page.locator(".menu details").count(), 1, "of this section only");
  assert.ok(await page.locator(".menu > li > a").first().isVisible());
  const below = page.locator(".menu details a").first();
  assert.equal(await below.isVisible(), false);
  await tabTo(page, ".menu details > summary");
  await page.keyboard.press("Space");
  assert.ok(await below.isVisible());
  await page.keyboard.press("Tab");
  assert.ok(await below.evaluate((element) => element === document.activeElement));
});

on(both("faq/"), "answers open by keyboard", {}, async (page) => {
  const question = page.locator(".faq details").first();
  assert.equal(await question.getByText(/\S/).last().isVisible(), false);
  await tabTo(page, ".faq summary");
  await page.keyboard.press("Enter");
  assert.equal(await question.getAttribute("open"), "");
  assert.ok(await question.getByText(/\S/).last().isVisible());
});

on(both("faq/"), "answers open without JavaScript", { javaScriptEnabled: false }, async (page) => {
  await page.locator(".faq summary").last().click();
  assert.ok(await page.locator(".faq .answer").last().isVisible());
});

on(pages, "the page prints", {}, async (page) => {
  await page.emulateMedia({ media: "print" });
  // The width of A4 between the margins, in CSS pixels.
  assert.equal(await overflow(page, 665), 0);
  for (const hidden of [".skip", ".site-menu", ".languages"]) {
    for (const part of await page.locator(hidden).all()) assert.equal(await part.isVisible(), false, hidden);
  }
  assert.ok(await page.locator("h1").isVisible());
  for (const answer of await page.locator(".faq .answer").all()) assert.ok(await answer.isVisible(), "answers are printed");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
});

test("an address that does not exist gets the page for it, in its language", async (t) => {
  const { page, close } = await open(browser, `${site.origin}/en/nowhere/`);
  t.after(close);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.getAttribute('meta[name="robots"]', "content"), "noindex");
  await page.locator("main a").first().click();
  assert.equal(pathOf(page), "/en/");
});

test("the first address lets people choose, without JavaScript", async (t) => {
  const { page, close } = await open(browser, `${site.origin}/`, { javaScriptEnabled: false });
  t.after(close);
  await page.locator('main a[hreflang="en"]').click();
  assert.equal(pathOf(page), "/en/");
});

/** Presses Tab until an element is focused. */
async function tabTo(page, selector) {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`Tab does not reach ${selector}`);
}
