// The checks of this folder, tried on a page with every trouble: a check that sees nothing would always pass.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { barriers } from "./support/axe.mjs";
import { launch, open, overflow, shifts, violations } from "./support/browser.mjs";
import { invalid } from "./support/html.mjs";
import { broken } from "./support/links.mjs";
import { serve } from "./support/site.mjs";

const PAGE = `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>題</title><link rel="stylesheet" href="wide.css">
<link rel="canonical" href="https://public.example/gone/"></head>
<body><main>
<h1 style="color: red">題</h1>
<p id="text" class="pale">本文</p>
<img src="/missing.png">
<img src="http://example.invalid/far.png" alt="">
<script src="late.js"></script>
<p id="text"><a href="#節">節</a> <a href="other.html#ある">ある</a> <a href="other.html#ない">ない</a> <a href="none.html">無</a></p>
</main></body></html>`;
const LATE = `setTimeout(() => document.querySelector("h1").before(document.createElement("hr")), 50);
nothing();`;
const OTHER = `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>別</title></head><body><h1 id="ある">別</h1></body></html>`;

const folder = mkdtempSync(join(tmpdir(), "taiyaku-controls-"));
let site, browser, shown;
before(async () => {
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "other.html"), OTHER);
  writeFileSync(join(folder, "404.html"), OTHER);
  writeFileSync(join(folder, "wide.css"), "main { min-width: 700px } .pale { color: #ccc; background: #fff }");
  writeFileSync(join(folder, "late.js"), LATE);
  [site, browser] = await Promise.all([serve(folder), launch()]);
  shown = await open(browser, `${site.origin}/`);
});
after(async () => {
  await Promise.all([site.close(), browser.close()]);
  rmSync(folder, { recursive: true });
});

test("troubles while loading are seen", () => {
  for (const trouble of [/^console error/, /^script: nothing/, /^404: .*missing\.png/, /^leaves the host: .*far\.png/]) {
    assert.ok(shown.troubles.some((line) => trouble.test(line)), `${trouble} in ${shown.troubles.join("\n")}`);
  }
});

test("what the policy forbids is seen", async () => {
  const seen = await violations(shown.page);
  assert.ok(seen.some((line) => line.startsWith("style-src")) && seen.some((line) => line.startsWith("img-src")), `${seen}`);
});

test("a shift and an overflow are seen", async () => {
  assert.match((await shifts(shown.page)).join(), /<h1/);
  assert.equal(await overflow(shown.page, 320), 388);
});

test("barriers are seen", async () => {
  const rules = (await barriers(shown.page)).map((line) => line.split(":")[0]);
  for (const rule of ["color-contrast", "image-alt"]) assert.ok(rules.includes(rule), `${rule} in ${rules}`);
});

test("broken links and anchors are seen, and no others", async () => {
  const expected = ["/#節", "/gone/", "/missing.png", "/none.html", "/other.html#ない"];
  assert.deepEqual(await broken(site.origin, ["/", "/other.html"], "https://public.example"), expected);
});

test("invalid HTML is seen", async () => {
  const rules = (await invalid(join(folder, "index.html"))).map((line) => line.split(" ")[1]);
  for (const rule of ["no-dup-id", "no-inline-style"]) assert.ok(rules.includes(rule), `${rule} in ${rules}`);
});
