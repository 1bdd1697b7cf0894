// Links, anchors, HTML and XML of the whole output, judged by tools that are not ours.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch } from "./support/browser.mjs";
import { invalid } from "./support/html.mjs";
import { broken } from "./support/links.mjs";
import { addresses, build, buildWithParts, edit, fileOf, serve } from "./support/site.mjs";

const PUBLICLY = "https://card.example.jp/";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// The second site lives below a path of its host, with the main language at the top.
const sites = [
  { name: "at the top of a host", base: "/", folder: build() },
  { name: "below a path, the main language at the top", base: "/guide/", folder: build(belowAPath) },
];

function belowAPath(root) {
  edit(join(root, "site.yaml"), "https://card.example.jp/", "https://card.example.jp/guide/");
  edit(join(root, "site.yaml"), "prefix: all", "prefix: others");
}

for (const { name, base, folder } of sites) {
  test(`a site ${name}`, async (t) => {
    const host = await serve(folder, base);
    t.after(host.close);
    const pages = addresses(folder).map((address) => base + address.slice(1));
    await t.test("has no broken link or anchor", async () => {
      assert.ok(pages.length > 20);
      assert.deepEqual(await broken(host.origin, pages, PUBLICLY.slice(0, -1)), []);
    });
    await t.test("has valid HTML", async () => {
      for (const address of addresses(folder)) assert.deepEqual(await invalid(fileOf(folder, address)), [], address);
    });
    await t.test("has a sitemap and feeds that lead to its pages", () => leadToPages(host.origin, base));
  });
}

test("every part of a text", async (t) => {
  const folder = buildWithParts();
  const host = await serve(folder);
  t.after(host.close);
  const pages = addresses(folder).filter((address) => address.includes("/parts/"));
  assert.deepEqual(await broken(host.origin, pages, PUBLICLY.slice(0, -1)), []);
  for (const address of pages) assert.deepEqual(await invalid(fileOf(folder, address)), [], address);
});

/** The browser reads the XML, so that a mistake in it is one here. */
async function leadToPages(origin, base) {
  const page = await browser.newPage();
  await page.goto(`${origin}${base}404.html`);
  const feeds = base === "/" ? ["ja/feed.xml", "en/feed.xml"] : ["feed.xml", "en/feed.xml"];
  for (const file of ["sitemap.xml", ...feeds]) {
    const found = await page.evaluate(linksOf, base + file);
    assert.equal(found.error, null, file);
    assert.ok(found.links.length > 2, `${file} has ${found.links.length} links`);
    for (const link of found.links) {
      assert.ok(link.startsWith(PUBLICLY), `${file}: ${link}`);
      const { status } = await fetch(origin + link.slice(PUBLICLY.length - 1));
      assert.equal(status, 200, `${file}: ${link}`);
    }
  }
  await page.close();
}

/** Runs in the page: the addresses in an XML file, or what is wrong with it. */
async function linksOf(file) {
  const text = await (await fetch(file)).text();
  const xml = new DOMParser().parseFromString(text, "application/xml");
  const error = xml.querySelector("parsererror")?.textContent ?? null;
  const places = [...xml.querySelectorAll("loc")].map((element) => element.textContent.trim());
  const links = [...xml.querySelectorAll("link[href]")].map((element) => element.getAttribute("href"));
  return { error, links: [...new Set([...places, ...links])] };
}
