// The findings as SARIF, judged by the official schema and by a validator that is not ours.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv from "ajv";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PROGRAM = process.env.TAIYAKU;
const SETTINGS = "base_url: https://example.jp/\nlanguages: [ja, en]\ntitle: {ja: 試験, en: Test}\n";

/** The schema, which lies in a package that Cargo.toml names for this purpose alone. */
function schema() {
  const said = execFileSync("cargo", ["metadata", "--locked", "--format-version", "1"], {
    cwd: ROOT,
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const found = JSON.parse(said).packages.find((candidate) => candidate.name === "serde-sarif");
  return JSON.parse(readFileSync(join(dirname(found.manifest_path), "src", "schema.json"), "utf8"));
}

/** A site with these files, and what the program says of it as SARIF. */
function sarif(files, ...words) {
  const root = mkdtempSync(join(tmpdir(), "taiyaku-sarif-"));
  try {
    for (const [name, text] of Object.entries({ "site.yaml": SETTINGS, ...files })) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    const run = spawnSync(PROGRAM, [...words, "--root", root, "--format", "sarif"], { encoding: "utf8" });
    return JSON.parse(run.stdout);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const page = (title, body) => `---\ntitle: ${title}\n---\n${body}`;

const FAULTY = {
  "content/index.ja.md": page("題", "𠮷野で半角ｶﾅ、[用紙](gone.md)です。手数料は300円です。\n"),
  "content/index.en.md": page("Title", "Yoshino. The fee is 400 yen.\n"),
  "content/p, 100%.ja.md": page("題", "本文です。\n"),
  "content/no-language.md": "x",
};

let validate;

before(() => {
  validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(schema());
});

function assertValid(log) {
  assert.ok(validate(log), JSON.stringify(validate.errors, null, 1));
}

test("the schema tells right from wrong", () => {
  assert.ok(!validate({ version: "2.1.0", runs: [{ tool: {} }] }));
});

for (const lang of ["ja", "en"]) {
  for (const command of ["check", "build", "status"]) {
    test(`${command} writes valid SARIF in ${lang}`, () => {
      const log = sarif(FAULTY, command, "--lang", lang);
      assertValid(log);
      assert.equal(log.runs[0].language, lang);
      assert.equal(log.runs[0].columnKind, "unicodeCodePoints");
      assert.ok(log.runs[0].results.length > 0);
    });
  }
}

test("a site about which there is nothing to say, and one that cannot be understood, are valid SARIF", () => {
  const clean = { "content/index.ja.md": page("題", "本文です。\n"), "content/index.en.md": page("Title", "Text.\n") };
  const nothing = sarif(clean, "check");
  assertValid(nothing);
  assert.deepEqual(nothing.runs[0].results, []);
  const broken = sarif({ "site.yaml": "languages: [" }, "check");
  assertValid(broken);
  assert.equal(broken.runs[0].results[0].level, "error");
});
