// The script that changes a page in place, tried on pairs of pages: the outcome is always the newer page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { launch } from "./support/browser.mjs";

const folder = new URL("../../src/serve/client/", import.meta.url);
const CODE = ["patch.js", "sheets.js"].map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");

let browser, page;
before(async () => {
  browser = await launch();
  page = await browser.newPage();
});
after(() => browser.close());

/** Shows each older page, changes it to the newer one, and gives back those that came out differently. */
function wrong(pairs) {
  return page.evaluate(
    ({ code, pairs }) => {
      const patch = new Function("isOwn", `${code}; return patch;`)(() => false);
      const parse = (text) => new DOMParser().parseFromString(text, "text/html").documentElement;
      const changed = ([older, newer]) => {
        document.open();
        document.write(older);
        document.close();
        patch(parse(older), parse(newer), document.documentElement, { edited: new Set(), sheets: [] });
        return document.documentElement.outerHTML;
      };
      return pairs.filter((pair) => changed(pair) !== parse(pair[1]).outerHTML);
    },
    { code: CODE, pairs },
  );
}

test("blocks come, go and change", async () => {
  const pairs = [
    ["<p>a<p>b<p>c", "<p>a<p>x<p>b<p>c"],
    ["<p>a<p>b<p>c", "<p>a<p>c"],
    ["<p>a<p>b<p>c", "<p>aa<p>b<ul><li>x</ul><p>cd"],
    ["<p>a <b>x</b> c", "<p>a c"],
    ["<table><tr><td>1</table><p class=a>q", "<table><tr><td>2<tr><td>1</table><p class=b>q</p>t"],
    ["<title>a</title><body>", "<title>b</title><meta name=x><body id=y>q"],
    ["<!--a--><svg><path d=M0></svg>", "<!--b--><svg><path d=M1></svg>"],
    ["<details open><summary>a</summary>b</details>", "<details><summary>a</summary>c</details>"],
  ];
  assert.deepEqual(await wrong(pairs), []);
});

test("any page becomes any other", async () => {
  let seed = 7;
  const pick = (count) => (seed = (seed * 48_271) % 2_147_483_647) % count;
  const parts = [
    () => `<p>${"abc"[pick(3)]} <em>${pick(9)}</em> tail</p>`,
    () => `<ul><li>i${pick(4)}</li><li>z</li></ul>`,
    () => `text${pick(3)}`,
    () => `<h2 id=h${pick(5)}>H${pick(5)}</h2>`,
  ];
  const body = () => `<main>${Array.from({ length: pick(9) }, () => parts[pick(4)]()).join("")}</main>`;
  const pairs = Array.from({ length: 400 }, () => [body(), body()]);
  assert.deepEqual(await wrong(pairs), []);
});

test("what the reader and scripts did is not undone", async () => {
  const kept = await page.evaluate((code) => {
    const patch = new Function("isOwn", `${code}; return patch;`)(() => false);
    const parse = (text) => new DOMParser().parseFromString(text, "text/html").documentElement;
    const older = "<details><summary>s</summary>t</details><a href=x>l</a><input value=1><p>a</p>";
    document.open();
    document.write(older);
    document.close();
    document.querySelector("details").open = true;
    document.querySelector("a").href = "y";
    document.querySelector("input").value = "typed";
    document.querySelector("p").before(document.createElement("aside"));
    patch(parse(older), parse(older.replace(">a<", ">b<")), document.documentElement, { edited: new Set(), sheets: [] });
    return document.body.innerHTML + document.querySelector("input").value;
  }, CODE);
  assert.equal(
    kept,
    '<details open=""><summary>s</summary>t</details><a href="y">l</a><input value="1"><aside></aside><p>b</p>typed',
  );
});
