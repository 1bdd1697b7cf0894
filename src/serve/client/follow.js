// Decides what a newer build means for this page: nothing, a change in place, or a new copy.

/** Whether an element is what the preview has added to the page. */
const isOwn = (element) => element.getAttribute?.("src")?.startsWith(OWN) ?? false;

/** What this page shows: the build that it comes from and, for pages of the preview's own, the report. */
const shown = { build: script.dataset.build, report: script.dataset.report };

const parse = (text) => new DOMParser().parseFromString(text, "text/html");

/**
 * The page as it was answered last. Scripts of the site may have changed what is here by now, so its text is asked for
 * once more; pages of our own are as they came.
 */
let answered =
  shown.report === undefined
    ? new Promise((ready) => addEventListener("load", () => ready(ask()), { once: true }))
    : Promise.resolve({ ...shown, page: parse(document.documentElement.outerHTML) });

/** Asks for this page; nothing when nobody answers. */
async function ask() {
  try {
    const answer = await fetch(location.href, { cache: "no-store", headers: { accept: "text/html" } });
    const page = parse(await answer.text());
    const { build, report } = [...page.scripts].find((element) => isOwn(element) && element.dataset.build)?.dataset ?? {};
    return { page, build, report, status: answer.status, hasMoved: answer.redirected };
  } catch {
    return null;
  }
}

let wanted = null;
let isBusy = false;

/** Takes in what the channel says. A page that nobody looks at waits until somebody does. */
async function hear(news) {
  wanted = news;
  if (isBusy || document.hidden) return;
  isBusy = true;
  try {
    while (wanted) {
      const next = wanted;
      wanted = null;
      tellPanel(next);
      if (isOld(next)) await follow(next);
    }
  } catch {
    // The page is not what it was.
    location.reload();
  } finally {
    isBusy = false;
  }
}

document.addEventListener("visibilitychange", () => wanted && hear(wanted));

function isOld(news) {
  return news.build !== shown.build || (shown.report !== undefined && news.report !== shown.report);
}

async function follow(news) {
  const before = await answered;
  const after = await ask();
  // The preview has gone; when it is back, the channel will say what there is.
  if (!after) return;
  const isKnown = before?.build === shown.build && before.report === shown.report;
  if (!isKnown || !isStillThere(before, after) || frame(before.page) !== frame(after.page)) return location.reload();
  const sheets = refresh(changedFiles(news), after.build);
  if (!sheets) return location.reload();
  const changes = { edited: new Set(), sheets };
  patch(before.page.documentElement, after.page.documentElement, document.documentElement, changes);
  Object.assign(shown, { build: after.build, report: after.report });
  answered = Promise.resolve(after);
  await Promise.all(changes.sheets);
  if (shown.report === undefined) showEdited(changes.edited);
  // For a theme whose own scripts want to know.
  document.dispatchEvent(new CustomEvent("taiyaku:patched"));
}

/** Whether a page is still there, or still not there. */
function isStillThere(before, after) {
  const { status = after.status } = before;
  return after.build !== undefined && status === after.status && !after.hasMoved;
}

/** The files that have kept their names and are newer than this page. */
function changedFiles(news) {
  const newer = Object.entries(news.files ?? {}).filter(([, build]) => build > Number(shown.build));
  return new Set(newer.map(([path]) => path));
}

/**
 * What cannot be changed in place: scripts, which have run and would not run again, what the browser obeys while it
 * loads a page, and the frame of the layout.
 */
function frame(page) {
  const rules = [...page.querySelectorAll("script, base, meta[http-equiv]")];
  const obeyed = rules.filter((element) => !isOwn(element) && !isData(element)).map((element) => element.outerHTML);
  const layout = [...page.body.children].filter((element) => element.nodeName !== "SCRIPT");
  const parts = layout.map((element) => `${element.nodeName} ${element.className}`);
  return [page.body.cloneNode().outerHTML, ...obeyed, ...parts].join("\n");
}

/** Whether a script is only data, such as what search engines read. */
function isData(element) {
  return element.nodeName === "SCRIPT" && element.type.endsWith("json");
}
