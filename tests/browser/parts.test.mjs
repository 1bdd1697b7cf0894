// The parts of a text and what surrounds it: links that open answers, the contents that follow the reader, notices,
// keyboard, and what a screen reader meets.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch, open, overflow } from "./support/browser.mjs";
import { addresses, buildWithParts, serve } from "./support/site.mjs";

const folder = buildWithParts();
let site, browser;
before(async () => ([site, browser] = await Promise.all([serve(folder), launch()])));
after(() => Promise.all([site.close(), browser.close()]));

/** A test on one page of the site. */
function on(address, name, options, body) {
  test(`${name}: ${address}`, async (t) => {
    const { page, close } = await open(browser, site.origin + encodeURI(address), options);
    t.after(close);
    await body(page);
  });
}

const LAST = { ja: "問い合わせ先はどこですか", en: "問い合わせ先はどこですか" };
const MODES = { "with scripts": {}, "without scripts": { javaScriptEnabled: false } };

for (const [mode, options] of Object.entries(MODES)) {
  for (const tag of ["ja", "en"]) {
    on(`/${tag}/parts/#${LAST[tag]}`, `an address opens the answer that it names, ${mode}`, options, async (page) => {
      const answers = page.locator(".answer");
      assert.ok(await answers.last().isVisible());
      assert.equal(await answers.first().isVisible(), false, "the others stay closed");
    });
  }
  on("/ja/parts/inner/", `a link opens the answer that it names, ${mode}`, options, async (page) => {
    await page.locator(".content a").first().click();
    await page.waitForURL("**/ja/parts/**");
    await page.locator(".answer").first().waitFor({ state: "visible" });
  });
}

on("/ja/parts/", "the contents mark the section that is read", {}, async (page) => {
  const marked = () => page.$$eval(".contents [aria-current]", (links) => links.map((link) => link.hash));
  assert.deepEqual(await marked(), []);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const id of ["#steps", "#tables", "#alerts"]) {
    await page.locator(id).evaluate((heading) => heading.scrollIntoView());
    await page.waitForFunction((id) => document.querySelector(".contents [aria-current]")?.hash === id, id);
    assert.deepEqual(await marked(), [id]);
  }
});

on("/en/parts/", "motion stops where people ask for that", {}, async (page) => {
  const behaviour = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  assert.equal(await behaviour(), "smooth");
  await page.emulateMedia({ reducedMotion: "reduce" });
  assert.equal(await behaviour(), "auto");
});

test("every page has the notices of today, and no other", async (t) => {
  const { page, close } = await open(browser, `${site.origin}/en/`);
  t.after(close);
  for (const address of addresses(folder).filter((address) => /^\/(ja|en)\//.test(address))) {
    const html = readFileSync(`${folder}${decodeURI(address)}${address.endsWith("/") ? "index.html" : ""}`, "utf8");
    assert.equal(html.split('class="banner ').length - 1, 2, address);
  }
  const region = page.getByRole("region", { name: "Notices" });
  assert.match(await region.innerText(), /^Emergency/);
  assert.equal(await region.locator('a[href^="tel:"]').count(), 1);
});

for (const forcedColors of ["none", "active"]) {
  on("/ja/parts/", `everything can be reached and worked by keyboard, colours forced: ${forcedColors}`, { forcedColors }, worked);
}

/** Goes through the page by Tab: every stop is marked, and what opens opens. */
async function worked(page) {
  await page.$eval("main", (main) => main.querySelectorAll(".contents a").forEach((link) => link.removeAttribute("href")));
  const reached = [];
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(describe);
    if (stop === null) break;
    assert.ok(stop.outline, `${stop.name} is marked`);
    reached.push(stop.name);
    if (stop.opens) {
      await page.keyboard.press("Enter");
      assert.ok(await page.evaluate(() => document.activeElement.parentElement.open), `${stop.name} opens`);
    }
  }
  const wanted = ["summary .faq", "summary .description", "div .table", "a .footnote-ref", "a .contact", "a .pager"];
  for (const name of wanted) assert.ok(reached.includes(name), `${name} in ${reached}`);
}

/** Runs in the page: where the focus is, how it is marked, whether Enter opens something. */
function describe() {
  const element = document.activeElement;
  if (element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const parts = ".faq, .description, .table, .steps, .footnote-ref, .contact, .pager, .banner, .site-menu, .languages";
  const part = element.closest(parts)?.classList[0] ?? "page";
  return {
    name: `${element.localName} .${part}`,
    outline: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
    opens: element.localName === "summary" && !element.parentElement.open,
  };
}

on("/en/parts/", "a wide table scrolls by keyboard, the page does not", {}, async (page) => {
  assert.equal(await overflow(page, 320), 0);
  const table = page.locator(".table").first();
  await table.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector(".table").scrollLeft > 0);
  assert.equal(await page.evaluate(() => scrollX), 0);
});

on("/ja/parts/", "on paper answers and descriptions are open, addresses are told", {}, async (page) => {
  await page.emulateMedia({ media: "print" });
  for (const part of [".answer", ".description > p", ".contact-block"]) {
    for (const element of await page.locator(part).all()) assert.ok(await element.isVisible(), part);
  }
  const link = page.locator('.content a[href^="http"]').first();
  const told = await link.evaluate((element) => getComputedStyle(element, "::after").content);
  assert.match(told, /soumu\.go\.jp/);
});

// What a screen reader meets: roles, names, levels and states, from the accessibility tree.
for (const tag of ["ja", "en"]) {
  for (const name of ["parts", "404"]) {
    const address = name === "404" ? `/${tag}/404.html` : `/${tag}/${name}/`;
    on(address, "a screen reader meets what it met before", {}, async (page) => {
      compare(`${name}.${tag}`, await page.locator("body").ariaSnapshot());
    });
  }
}

/** Compares with the snapshot of this name; with UPDATE=1 in the environment, it is written anew. Addresses are not said. */
function compare(name, whole) {
  const tree = whole.replace(/:?\n +- \/url: .*/g, "");
  const file = fileURLToPath(new URL(`snapshots/${name}.yml`, import.meta.url));
  if (process.env.UPDATE) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${tree}\n`);
  }
  assert.ok(existsSync(file), `${file} is missing: run with UPDATE=1 and read it`);
  assert.equal(`${tree}\n`, readFileSync(file, "utf8"));
}
