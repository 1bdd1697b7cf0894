// Asks the W3C's Nu checker which files are not what the HTML standard asks for.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** The errors in all HTML files of some folders, a line each. One run for all: most of its time is its start. */
export function errors(folders) {
  const run = spawnSync("java", ["-jar", JAR, "--errors-only", "--skip-non-html", "--format", "json", ...folders], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (run.error) throw run.error;
  const { messages } = JSON.parse(run.stderr);
  return messages.map(({ url, lastLine, message }) => `${decodeURI(url)}:${lastLine} ${message}`);
}
