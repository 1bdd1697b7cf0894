// The findings over the page: a button with their number, and a panel that lists them. All of it lies in a shadow tree,
// so that the site's styles and ours never meet. What is shown is data, and only ever becomes text.

/** The pages of the preview's own say by themselves what was found. */
const hasPanel = shown.report === undefined;
const OPEN = "taiyaku:open";

/** The report that is shown, and the errors with which the panel last opened by itself. */
let reported;
let alarmedBy = "";

/** Makes an element. Children are elements or texts, never markup. */
function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const panel = hasPanel ? makePanel() : null;

function makePanel() {
  const host = make("taiyaku-preview");
  const sheet = make("link", { rel: "stylesheet", href: new URL("panel.css", script.src).href });
  const list = make("div", { class: "list" });
  const status = make("p", { class: "status", role: "status" });
  const button = make("button", { class: "button", type: "button", "aria-expanded": "false", onclick: () => toggle() });
  const box = make("section", { class: "box", hidden: "", onkeydown: (event) => event.key === "Escape" && toggle(false) }, list);
  const root = make("div", { class: "root", hidden: "" }, box, button, status);
  // Shown when it has its looks; beside the body, where no update of the page will look.
  sheet.onload = () => (root.hidden = false);
  host.attachShadow({ mode: "open" }).append(sheet, root);
  document.documentElement.append(host);
  return { root, list, button, box, status };
}

function toggle(open = panel.box.hidden) {
  panel.box.hidden = !open;
  panel.button.setAttribute("aria-expanded", String(open));
  keep(open);
  if (!open) panel.button.focus();
}

/** Remembers for this tab whether the panel is open. Where a browser keeps nothing, it begins closed. */
function keep(open) {
  try {
    sessionStorage.setItem(OPEN, open ? "yes" : "");
  } catch {
    // A browser may forbid it.
  }
}

function wasOpen() {
  try {
    return sessionStorage.getItem(OPEN) === "yes";
  } catch {
    return false;
  }
}

/** Asks for the findings when there are newer ones. */
async function tellPanel(news) {
  if (!panel || news.report === reported) return;
  const isFirst = reported === undefined;
  reported = news.report;
  const address = new URL("findings", script.src);
  address.searchParams.set("path", location.pathname);
  try {
    const answer = await fetch(address, { cache: "no-store" });
    const report = await answer.json();
    if (news.report === reported) showReport(report, isFirst);
  } catch {
    reported = null;
  }
}

function showReport(report, isFirst) {
  const { words, summary } = report;
  const [total, level] = [report.total, report.level ?? "none"];
  panel.root.lang = report.lang;
  panel.button.className = `button ${level}`;
  panel.button.replaceChildren(make("span", { class: "mark", "aria-hidden": "true" }), make("span", {}, total ? summary : words.none));
  panel.box.setAttribute("aria-label", words.title);
  panel.list.replaceChildren(heading(report), ...parts(report));
  if (!isFirst && panel.status.textContent !== summary) panel.status.textContent = summary;
  const errors = report.errors.join("\n");
  // Errors come forward by themselves, once; whoever closes the panel is not told again of the same ones.
  const isAlarm = errors !== "" && errors !== alarmedBy;
  alarmedBy = errors;
  if (isAlarm || (isFirst && wasOpen())) {
    panel.box.hidden = false;
    panel.button.setAttribute("aria-expanded", "true");
  }
}

function heading({ words, kept, board, compare }) {
  const close = make("button", { class: "close", type: "button", "aria-label": words.close, onclick: () => toggle(false) });
  const links = [[board, words.board], [compare, words.compare]].filter(([address]) => address);
  return make(
    "header",
    {},
    make("h2", {}, words.title),
    close,
    make("nav", {}, ...links.map(([href, text]) => make("a", { href }, text))),
    kept ? make("p", { class: "kept" }, kept) : null,
  );
}

function parts({ words, page, site, more }) {
  const part = (title, findings) => [
    make("h3", {}, `${title} `, make("span", { class: "count" }, String(findings.length))),
    findings.length ? make("ol", {}, ...findings.map(item)) : make("p", { class: "nothing" }, words.none),
  ];
  return [...part(words.page, page), ...part(words.site, site), more ? make("p", { class: "more" }, more) : null].filter(Boolean);
}

function item(finding) {
  return make(
    "li",
    { class: finding.level },
    make("p", { class: "rule" }, make("b", {}, finding.level_name), " ", make("code", {}, finding.rule)),
    make("p", { class: "message" }, finding.message),
    ...finding.places.map(place),
    finding.help ? make("p", { class: "help" }, finding.help) : null,
  );
}

function place({ label, where, href, excerpt }) {
  return make(
    "div",
    { class: "place" },
    label ? make("p", { class: "label" }, label) : null,
    href ? make("a", { href }, where) : make("span", { class: "where" }, where),
    excerpt ? make("pre", {}, excerpt.before, make("mark", {}, excerpt.marked), excerpt.after) : null,
  );
}
