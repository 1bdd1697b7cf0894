// Runs the preview on a small site of its own, as an editor would, and changes that site.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

const PROGRAM = process.env.TAIYAKU;
/** How long anything may take on a busy machine. */
export const PATIENCE = 60_000;

const LONG = (text) => Array.from({ length: 40 }, (_, index) => `${text}${index + 1}。\n`).join("\n");
/** A page long enough to scroll, with something to open and something to fill in. */
const FORM = "<details><summary>詳細</summary><p>中身です。</p></details>\n\n<p><label>名前 <input name=\"name\"></label></p>\n";

export const SITE = {
  "site.yaml": "base_url: https://example.jp/\nlanguages: [ja, en]\ntitle: {ja: 案内, en: Guide}\n",
  "content/index.ja.md": "---\ntitle: はじめに\n---\n\nようこそ。\n",
  "content/index.en.md": "---\ntitle: Start\n---\n\nWelcome.\n",
  "content/long.ja.md": `---\ntitle: 長いページ\n---\n\n${FORM}\n${LONG("段落")}\n手数料は300円です。\n`,
  "content/long.en.md": "---\ntitle: A long page\n---\n\nThe fee is 300 yen.\n",
  "content/short.ja.md": "---\ntitle: 短いページ\n---\n\n一つ目の段落。\n\n二つ目の段落。\n",
  "content/short.en.md": "---\ntitle: A short page\n---\n\nThe first paragraph.\n\nThe second paragraph.\n",
};

/**
 * A running preview. `write` takes a path and a text, or nothing to remove the file; `stop` and `start` end the program
 * and begin it again at the same port.
 */
export async function preview(changes = {}, { lang = "ja" } = {}) {
  if (!PROGRAM) throw new Error("The variable TAIYAKU names the program to test; `./test browser` sets it.");
  const root = mkdtempSync(join(tmpdir(), "taiyaku-preview-"));
  const write = (path, text) => {
    const file = join(root, path);
    if (text === undefined) return rmSync(file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const [path, text] of Object.entries({ ...SITE, ...changes })) write(path, text);
  let program;
  let port = 0;
  const start = async () => {
    program = spawn(PROGRAM, ["serve", "--root", root, "--port", String(port), "--lang", lang], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    port = await portOf(program);
  };
  const stop = async () => {
    const ended = new Promise((done) => program.once("exit", done));
    program.kill("SIGKILL");
    await ended;
  };
  await start();
  const close = async () => {
    await stop();
    rmSync(root, { recursive: true, force: true });
  };
  return { root, origin: `http://127.0.0.1:${port}`, write, start, stop, close };
}

/** The port that the program says it has, once it answers. */
function portOf(program) {
  return new Promise((found, failed) => {
    const lines = createInterface({ input: program.stderr });
    const said = [];
    lines.on("line", (line) => {
      said.push(line);
      const port = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
      if (port) found(Number(port));
    });
    program.once("exit", () => failed(new Error(`The preview has ended: ${said.join("\n")}`)));
  });
}
