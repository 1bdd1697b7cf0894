// Style sheets, images and other files of the page, brought up to date without a flash.

const isSheet = (node) => node.nodeName === "LINK" && node.relList.contains("stylesheet");

/** Puts a style sheet in the place of another; the old one goes when the new one is there. */
function swap(old, sheet) {
  return new Promise((done) => {
    sheet.onload = sheet.onerror = () => (old.remove(), done());
    old.after(sheet);
  });
}

/** A style sheet's element with another address. */
function sheetAt(sheet, address) {
  const other = sheet.cloneNode();
  other.href = address;
  return other;
}

/**
 * Loads files anew that have kept their names: those of `paths` that this page uses. A file that no element names may
 * belong to a style sheet, so those are loaded anew, too. Gives back what must be waited for, or `null` where only a
 * new copy of the page will do.
 */
function refresh(paths, build) {
  const changed = (address) => paths.has(new URL(address, document.baseURI).pathname);
  const anew = (address) => {
    const url = new URL(address, document.baseURI);
    url.searchParams.set("taiyaku", build);
    return url.href;
  };
  if ([...document.scripts].some((script) => script.src && changed(script.src))) return null;
  let users = 0;
  for (const name of ["src", "poster", "data"]) {
    for (const element of document.querySelectorAll(`[${name}]:not(script)`)) {
      if (!changed(element.getAttribute(name))) continue;
      element.setAttribute(name, anew(element.getAttribute(name)));
      users++;
    }
  }
  const sheets = [...document.querySelectorAll("link")].filter(isSheet).filter(isOfThisSite);
  const named = sheets.filter((sheet) => changed(sheet.href));
  const hidden = users === 0 && named.length === 0 && [...paths].some((path) => IN_SHEETS.test(path));
  return (hidden ? sheets : named).map((sheet) => swap(sheet, sheetAt(sheet, anew(sheet.href))));
}

/** What style sheets name: other style sheets, images, fonts. */
const IN_SHEETS = /\.(avif|css|gif|jpe?g|otf|png|svg|ttf|webp|woff2?)$/i;

const isOfThisSite = (sheet) => new URL(sheet.href).origin === location.origin;
