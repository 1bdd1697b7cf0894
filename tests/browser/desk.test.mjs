// The pages that the preview has of its own: the dashboard, and the comparison of languages with its button.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { barriers } from "./support/axe.mjs";
import { launch, open, overflow, violations } from "./support/browser.mjs";
import { PATIENCE, SITE, preview } from "./support/preview.mjs";

const FACTS = "hotline: {phone: \"0120-95-0178\", label: {ja: 窓口, en: Desk}}\n";
const CHANGES = {
  "content/facts.yaml": FACTS,
  "content/index.ja.md": "---\ntitle: はじめに\n---\n\n{{ facts.hotline }}へ。[国](https://www.example.go.jp/card/)の案内。\n",
  "content/index.en.md": "---\ntitle: Start\n---\n\nCall {{ facts.hotline }}. The [state](https://www.example.go.jp/card/) explains.\n",
  "content/fee.ja.md": "---\ntitle: 手数料\n---\n\n手数料は300円です。\n\n窓口は午前9時から開いています。\n",
  "content/fee.en.md": "---\ntitle: Fee\n---\n\nThe fee is 300 yen.\n\nThe counter is open from 9 am.\n",
  "content/later.ja.md": "---\ntitle: これから\npublished: 2999-01-01\n---\n\n先のこと。\n",
  "content/later.en.md": "---\ntitle: Later\npublished: 2999-01-01\n---\n\nIn the future.\n",
  "content/draft.ja.md": "---\ntitle: 下書き\ndraft: true\n---\n\n書きかけ。\n",
};

let browser, served;

/** Opens a page of the preview's own. */
async function visit(path) {
  const shown = await open(browser, served.origin + path);
  shown.page.setDefaultTimeout(PATIENCE);
  return shown;
}

before(async () => ([browser, served] = await Promise.all([launch(), preview(CHANGES)])));
after(() => Promise.all([browser.close(), served.close()]));

test("the dashboard tells of topics, findings, facts, dates and links", async () => {
  const { page, troubles, close } = await visit("/_taiyaku/");
  const section = (name) => page.locator(`#${name}`);
  await section("topics").getByText("短いページ").waitFor();
  assert.equal(await section("topics").locator("tbody tr").count(), 6);
  assert.match(await section("facts").locator("tbody tr").first().innerText(), /hotline\s+.*0120-95-0178/);
  assert.match(await section("dates").innerText(), /2999年1月1日/);
  assert.match(await section("dates").innerText(), /下書き\s+draft/);
  assert.match(await section("links").innerText(), /www\.example\.go\.jp/);
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(troubles, []);
  assert.equal(await overflow(page, 360), 0);
  await close();
});

test("the dashboard follows what happens", async () => {
  const { page, close } = await visit("/_taiyaku/");
  served.write("content/facts.yaml", `${FACTS}office: {text: {ja: 市役所, en: City Hall}}\n`);
  await page.locator("#facts").getByText("市役所").waitFor();
  await close();
});

test("languages stand beside each other, and a difference is told where it is", async () => {
  const shown = await visit("/_taiyaku/compare/fee/");
  const row = shown.page.locator(".beside", { hasText: "手数料は300円です。" });
  assert.match(await row.innerText(), /The fee is 300 yen\./);
  served.write("content/fee.en.md", CHANGES["content/fee.en.md"].replace("300", "500"));
  await row.locator(".why").getByText("300円").first().waitFor();
  assert.match(await row.getAttribute("class"), /look/);
  assert.deepEqual(await barriers(shown.page), []);
  await shown.page.locator("#differences").check();
  assert.ok(await shown.page.getByText("The counter is open").isHidden());
  assert.equal(await overflow(shown.page, 360), 0);
  await shown.close();
});

test("a pair is confirmed after a question, and a change is told from then on", async () => {
  const { page, troubles, close } = await visit("/_taiyaku/compare/short/");
  const stored = (lang) => join(served.root, `content/.agreed/en/short.${lang}.md`);
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "確認済みにする" }).click();
  await dialog.getByRole("button", { name: "やめる" }).click();
  assert.ok(!existsSync(stored("ja")), "somebody who stops has confirmed nothing");
  await page.getByRole("button", { name: "確認済みにする" }).click();
  assert.deepEqual(await barriers(page), []);
  await dialog.getByRole("button", { name: "確認済みにする" }).click();
  await page.getByText("どちらの文章も、確認済みのままです。").waitFor();
  for (const lang of ["ja", "en"]) assert.equal(readFileSync(stored(lang), "utf8"), SITE[`content/short.${lang}.md`]);

  served.write("content/short.ja.md", SITE["content/short.ja.md"].replace("一つ目の", "最初の新しい"));
  const row = page.locator(".look", { hasText: "The first paragraph." });
  await row.getByText("Englishにはまだ反映されていません。").waitFor();
  assert.match(await row.locator("ins").first().innerText(), /最初/);
  assert.match(await page.locator(".heads").innerText(), /先行[\s\S]*更新待ち/);
  assert.deepEqual(troubles, []);
  assert.deepEqual(await violations(page), []);
  await close();
});

test("texts that change while somebody thinks are not confirmed", async () => {
  const { page, close } = await visit("/_taiyaku/compare/index/");
  await page.getByRole("button", { name: "確認済みにする" }).click();
  served.write("content/index.ja.md", `${CHANGES["content/index.ja.md"]}\n後から。\n`);
  await page.getByText("後から。").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "確認済みにする" }).click();
  await page.getByText("もう一度読んでください。").waitFor();
  assert.ok(!existsSync(join(served.root, "content/.agreed/en/index.ja.md")));
  await close();
});
