// The preview as an editor sees it: what a save changes in the open page, and what it leaves alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { barriers } from "./support/axe.mjs";
import { launch, open, violations } from "./support/browser.mjs";
import { PATIENCE, SITE, preview } from "./support/preview.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Runs a test with a preview of its own. */
async function withPreview(changes, run, options) {
  const served = await preview(changes, options);
  try {
    await run(served);
  } finally {
    await served.close();
  }
}

/** Opens a page, waits until its script can follow, and leaves a mark that only a new copy of the page would lack. */
async function visit(served, path) {
  const shown = await open(browser, served.origin + path);
  shown.page.setDefaultTimeout(PATIENCE);
  await shown.page.locator("taiyaku-preview .button").waitFor();
  await shown.page.evaluate(watch);
  return shown;
}

/** Runs in the page: leaves the mark, and writes down which blocks are shown as edited. */
function watch() {
  window.kept = true;
  window.marked = [];
  const { animate } = Element.prototype;
  Element.prototype.animate = function (frames, options) {
    window.marked.push(`${options.id}: ${this.textContent}`);
    return animate.call(this, frames, options);
  };
}

const isKept = (page) => page.evaluate(() => window.kept === true);
const waitFor = (page, text) => page.getByText(text).first().waitFor();

test("an edit changes the open page and nothing that its reader did to it", () =>
  withPreview({}, async (served) => {
    const { page, troubles, close } = await visit(served, "/ja/long/");
    await page.locator("details > summary", { hasText: "詳細" }).click();
    await page.locator("input[name=name]").fill("山田");
    await page.getByText("段落20。").evaluate((block) => block.scrollIntoView({ block: "center", behavior: "instant" }));
    const scroll = await page.evaluate(() => scrollY);
    assert.ok(scroll > 0);
    served.write("content/long.ja.md", SITE["content/long.ja.md"].replace("段落20。", "直した段落20。"));
    await waitFor(page, "直した段落20。");
    await page.waitForFunction(() => window.marked.length > 0);
    assert.deepEqual(await page.evaluate(() => window.marked), ["taiyaku-edited: 直した段落20。"]);
    assert.ok(await isKept(page));
    assert.equal(await page.evaluate(() => scrollY), scroll);
    assert.ok(await page.locator("main details").first().evaluate((details) => details.open));
    assert.equal(await page.locator("input[name=name]").inputValue(), "山田");
    assert.equal(await page.evaluate(() => document.activeElement.name), "name");
    assert.deepEqual(troubles, []);
    await close();
  }));

test("a block that is edited out of sight comes into view", () =>
  withPreview({}, async (served) => {
    const { page, close } = await visit(served, "/ja/long/");
    served.write("content/long.ja.md", SITE["content/long.ja.md"].replace("300円です", "500円です"));
    await waitFor(page, "手数料は500円です。");
    await page.waitForFunction(() => {
      const block = [...document.querySelectorAll("p")].find((block) => block.textContent.includes("500円"));
      const { top, bottom } = block.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(await isKept(page));
    await close();
  }));

test("blocks come and go, and a title is changed wherever it stands", () =>
  withPreview({}, async (served) => {
    const { page, close } = await visit(served, "/ja/short/");
    await page.evaluate(() => (window.second = [...document.querySelectorAll("main p")].find((p) => p.textContent.startsWith("二つ目"))));
    served.write("content/short.ja.md", "---\ntitle: 新しい題\n---\n\n間の段落。\n\n- 箇条\n\n二つ目の段落。\n");
    await waitFor(page, "間の段落。");
    assert.equal(await page.locator("main").getByText("一つ目の段落。").count(), 0);
    assert.equal(await page.locator("main").getByText("箇条").count(), 1);
    assert.ok(await page.evaluate(() => window.second.isConnected), "what did not change is the same element");
    assert.match(await page.title(), /^新しい題/);
    assert.equal(await page.locator("h1").textContent(), "新しい題");
    assert.ok(await isKept(page));
    await close();
  }));

test("only pages that changed are touched", () =>
  withPreview({}, async (served) => {
    const [edited, other] = [await visit(served, "/ja/short/"), await visit(served, "/en/long/")];
    await other.page.evaluate(() => {
      window.touched = [];
      const note = (records) => window.touched.push(...records.map((record) => record.target.nodeName));
      new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    served.write("content/short.ja.md", SITE["content/short.ja.md"].replace("一つ目", "最初"));
    await waitFor(edited.page, "最初の段落。");
    // The other page has heard of the build when it has asked for itself.
    await other.page.waitForFunction(() => performance.getEntriesByType("resource").filter((entry) => entry.name === location.href).length > 1);
    assert.deepEqual(await other.page.evaluate(() => window.touched), []);
    assert.ok(await isKept(other.page));
    await Promise.all([edited.close(), other.close()]);
  }));

const THEME = {
  "site.yaml": `${SITE["site.yaml"]}theme: mine\n`,
  "themes/mine/theme.yaml": "extends: default\n",
  "themes/mine/static/site.css": "h1 { color: rgb(1, 2, 3) }\n",
  "templates/page.html": '{% extends "mine/page.html" %}{% block head %}<link rel="stylesheet" href="/extra.css">{% endblock %}',
  "content/extra.css": "h1 { letter-spacing: 1px }\n",
};

const look = (page, property) => page.locator("h1").evaluate((title, name) => getComputedStyle(title)[name], property);

test("style sheets are exchanged in place, with and without a new name", () =>
  withPreview({ ...THEME, "templates/page.html": THEME["templates/page.html"].replace("mine/", "default/") }, async (served) => {
    const { page, close } = await visit(served, "/ja/short/");
    assert.equal(await look(page, "color"), "rgb(1, 2, 3)");
    served.write("themes/mine/static/site.css", "h1 { color: rgb(4, 5, 6) }\n");
    await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(4, 5, 6)");
    served.write("content/extra.css", "h1 { letter-spacing: 3px }\n");
    await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).letterSpacing === "3px");
    await page.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet]").length === 2);
    assert.ok(await isKept(page));
    await close();
  }));

test("a script that changes, or another layout, brings a new copy of the page", () =>
  withPreview({}, async (served) => {
    const { page, close } = await visit(served, "/ja/short/");
    served.write("templates/page.html", '{% extends "default/page.html" %}{% block head %}<script src="/new.js" defer></script>{% endblock %}');
    served.write("content/new.js", "document.title = 'ran';\n");
    await page.waitForFunction(() => document.title === "ran");
    assert.ok(!(await isKept(page)));
    await close();
  }));

const BROKEN = { "content/short.ja.md": `${SITE["content/short.ja.md"]}\n[<b>無い</b>](nothing.md)\n` };
const panel = (page) => page.locator("taiyaku-preview .box");

test("errors come over the last good page, and go with their cause", () =>
  withPreview({}, async (served) => {
    const { page, troubles, close } = await visit(served, "/ja/short/");
    served.write("content/short.ja.md", BROKEN["content/short.ja.md"]);
    await panel(page).waitFor();
    await panel(page).getByText("「nothing.md」というページやファイルはありません。").waitFor();
    assert.ok(await page.getByText("一つ目の段落。").isVisible());
    const place = panel(page).getByRole("link", { name: "content/short.ja.md:9:" });
    assert.match(await place.getAttribute("href"), /^vscode:\/\/file\/.*\/content\/short\.ja\.md:9:\d+$/);
    assert.match(await panel(page).locator("pre").first().textContent(), /<b>無い<\/b>/, "an excerpt is text");
    assert.deepEqual(await barriers(page), []);
    await page.keyboard.press("Tab");
    await panel(page).getByRole("button", { name: "閉じる" }).press("Escape");
    assert.ok(await panel(page).isHidden());
    served.write("content/short.ja.md", SITE["content/short.ja.md"].replace("一つ目", "直した"));
    await waitFor(page, "直したの段落。");
    await page.locator("taiyaku-preview .button", { hasNotText: "エラー" }).waitFor();
    assert.ok(await isKept(page));
    assert.deepEqual(troubles, []);
    await close();
  }));

test("a site that begins with errors lists them, and appears when they are gone", () =>
  withPreview(BROKEN, async (served) => {
    const shown = await open(browser, `${served.origin}/ja/short/`);
    shown.page.setDefaultTimeout(PATIENCE);
    await shown.page.getByText("「nothing.md」というページやファイルはありません。").waitFor();
    assert.deepEqual(await violations(shown.page), []);
    assert.deepEqual(await barriers(shown.page), []);
    served.write("content/short.ja.md", SITE["content/short.ja.md"]);
    await waitFor(shown.page, "一つ目の段落。");
    await shown.close();
  }));

test("a page that is removed gives way, and comes back", () =>
  withPreview({}, async (served) => {
    const { page, close } = await visit(served, "/ja/short/");
    for (const lang of ["ja", "en"]) served.write(`content/short.${lang}.md`);
    await page.waitForFunction(() => !document.body.textContent.includes("一つ目の段落。"));
    for (const lang of ["ja", "en"]) served.write(`content/renamed.${lang}.md`, SITE[`content/short.${lang}.md`]);
    await page.waitForFunction(async () => (await fetch("/ja/renamed/")).ok);
    await page.goto(`${served.origin}/ja/renamed/`);
    await waitFor(page, "一つ目の段落。");
    await page.goto(`${served.origin}/ja/short/`);
    for (const lang of ["ja", "en"]) served.write(`content/short.${lang}.md`, SITE[`content/short.${lang}.md`]);
    await waitFor(page, "一つ目の段落。");
    await close();
  }));

test("twenty tabs follow every edit", () =>
  withPreview({}, async (served) => {
    const first = await visit(served, "/ja/short/");
    const more = await Promise.all(Array.from({ length: 19 }, () => first.page.context().newPage()));
    await Promise.all(more.map((page) => page.goto(`${served.origin}/ja/short/`)));
    for (const round of [1, 2, 3]) {
      served.write("content/short.ja.md", SITE["content/short.ja.md"].replace("一つ目", `第${round}回`));
      await Promise.all([first.page, ...more].map((page) => page.getByText(`第${round}回の段落。`).first().waitFor({ timeout: PATIENCE })));
    }
    assert.ok(await isKept(first.page));
    await first.close();
  }));

test("a page finds a preview that was started again", () =>
  withPreview({}, async (served) => {
    const { page, close } = await visit(served, "/ja/short/");
    await served.stop();
    served.write("content/short.ja.md", SITE["content/short.ja.md"].replace("一つ目", "次の回"));
    await served.start();
    await waitFor(page, "次の回の段落。");
    served.write("content/short.ja.md", SITE["content/short.ja.md"].replace("一つ目", "その次"));
    await waitFor(page, "その次の段落。");
    await close();
  }));

test("a page with a strict policy of its own is followed all the same", () => {
  const policy = "default-src 'self'; base-uri 'none'; object-src 'none'";
  const template = `{% extends "default/page.html" %}{% block head %}<meta http-equiv="Content-Security-Policy" content="${policy}">{% endblock %}`;
  return withPreview({ "templates/page.html": template }, async (served) => {
    const { page, close } = await visit(served, "/ja/short/");
    served.write("content/short.ja.md", BROKEN["content/short.ja.md"]);
    await panel(page).getByText("「nothing.md」").waitFor();
    served.write("content/short.ja.md", SITE["content/short.ja.md"].replace("一つ目", "直した"));
    await waitFor(page, "直したの段落。");
    assert.deepEqual(await violations(page), []);
    assert.ok(await isKept(page));
    await close();
  });
});
