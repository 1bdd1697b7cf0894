// Starts the machine's Chromium and gathers what goes wrong on the pages it shows.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

import { chromium } from "playwright-core";

// Chromium would otherwise look up its maker's hosts at every start, which a closed network answers late.
const ARGUMENTS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--hide-scrollbars",
  "--no-first-run",
];

/** The browser, started with some more arguments. Containers run tests as root, for whom Chromium refuses to start its sandbox. */
export function launch(more = []) {
  const chromiumSandbox = process.getuid?.() !== 0;
  return chromium.launch({ executablePath: program(), args: [...ARGUMENTS, ...more], chromiumSandbox });
}

function program() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = folders.flatMap((folder) => ["chromium", "chromium-browser"].map((name) => join(folder, name)));
  const path = found.find(isProgram);
  if (!path) throw new Error("There is no chromium in the PATH.");
  return path;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a page in a context of its own and lists its troubles: messages on the console, errors of scripts,
 * requests that fail or leave the host, violations of the policy, shifts of the layout.
 */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles = [];
  const { origin } = new URL(url);
  page.on("console", (message) => troubles.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => troubles.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) troubles.push(`leaves the host: ${request.url()}`);
  });
  page.on("response", (response) => {
    const wanted = response.request().isNavigationRequest() || response.status() < 400;
    if (!wanted) troubles.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(watch);
  await page.goto(url);
  // Without scripts there is no clock in the page to wait by.
  if (options.javaScriptEnabled !== false) await page.evaluate(settled);
  return { page, troubles, close: () => context.close() };
}

/** What the page's policy has forbidden. */
export const violations = (page) => page.evaluate(() => window.violations);

/** What has moved by itself while the page was loaded. */
export const shifts = (page) => page.evaluate(() => window.shifts);

/** How many pixels of the page stick out of a window of this width. */
export async function overflow(page, width) {
  await page.setViewportSize({ width, height: 640 });
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Runs in the page: waits until fonts are there and what comes late has come, since shifts are measured by frame. */
async function settled() {
  await document.fonts.ready;
  await new Promise((ready) => setTimeout(ready, 150));
  await new Promise((drawn) => requestAnimationFrame(drawn));
}

/** Runs in the page, before anything of the page does. */
function watch() {
  window.violations = [];
  window.shifts = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  });
  const name = ({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent ?? "something that is gone";
  const add = (list) => {
    for (const entry of list.getEntries()) window.shifts.push(`${entry.value}: ${entry.sources.map(name).join(", ")}`);
  };
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
}
