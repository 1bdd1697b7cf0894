// Builds sites with the program and serves them as a host would, so that the tests see what readers get.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PROGRAM = process.env.TAIYAKU;
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

// The strictest policy that the pages promise to work under: nothing inline, nothing from elsewhere.
const POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/** Builds the bundled site into a folder of its own; `edit` may change the copy of its sources before. */
export function build(edit = () => {}) {
  if (!PROGRAM) throw new Error("The variable TAIYAKU names the program to test; `./test browser` sets it.");
  const root = mkdtempSync(join(tmpdir(), "taiyaku-browser-"));
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  for (const source of ["site.yaml", "content", "themes", "locales"]) {
    cpSync(join(ROOT, source), join(root, source), { recursive: true });
  }
  edit(root);
  execFileSync(PROGRAM, ["build", "--root", root, "--deny", "warnings", "--quiet"], { stdio: "inherit" });
  return join(root, "public");
}

/** The bundled site with pages that use every part of a text, notices of today, and a page that lacks a language. */
export function buildWithParts() {
  return build((root) => {
    cpSync(join(ROOT, "tests/browser/sites/parts"), root, { recursive: true });
    const rules = 'rules: {translation-missing: "off", translation-unconfirmed: "off"}';
    edit(join(root, "site.yaml"), "theme: default", `${rules}\ntheme: default`);
  });
}

/** Changes the text of a file; that the text has changed is part of the promise. */
export function edit(file, from, to) {
  const before = readFileSync(file, "utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file}: nothing matches ${from}`);
  writeFileSync(file, after);
}

/** The addresses of the HTML files below a folder, in the form that links use: `/ja/apply/`, `/404.html`. */
export function addresses(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".html"));
  const paths = files.map((file) => `/${file.split(sep).join("/")}`.replace(/\/index\.html$/, "/"));
  return paths.map(encodeURI).sort();
}

/** The file behind such an address. */
export function fileOf(folder, address) {
  return join(folder, decodeURI(address), address.endsWith("/") ? "index.html" : "");
}

/** A host for a folder: folders by their index.html, 404.html of the language or the site for what is missing. */
export async function serve(folder, base = "/") {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const found = path.startsWith(base) ? fileAt(folder, encodeURI(path.slice(base.length))) : undefined;
    const file = found ?? notFound(folder, path);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(found ? 200 : 404, { "content-type": type, "content-security-policy": POLICY });
    response.end(request.method === "HEAD" ? undefined : readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())) };
}

function fileAt(folder, path) {
  const file = fileOf(folder, path || "/");
  const inside = !relative(folder, file).startsWith("..");
  return inside && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function notFound(folder, path) {
  const own = join(folder, path.split("/")[1] ?? "", "404.html");
  return existsSync(own) ? own : join(folder, "404.html");
}
