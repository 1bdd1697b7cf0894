// Brings the open page to what its file says now, in place, so that what the reader did to it stays: the scroll
// position, open <details>, the focus, half-filled forms.
//
// Three pages meet here. `before` is the page as it was answered last, `after` as it is answered now; both are only
// read. `live` is what the reader sees, which scripts and the reader have changed since. Only what differs between
// `before` and `after` is changed in `live`, so nobody's changes are undone.

/** What is exchanged as a whole: its inside is no markup, or belongs to the browser. */
const WHOLE = new Set(["AUDIO", "CANVAS", "IFRAME", "MATH", "NOSCRIPT", "OBJECT", "SCRIPT", "SVG", "TEMPLATE", "TEXTAREA", "VIDEO"]);
/** The most pairs of children that are compared with each other; longer lists are paired by their place. */
const MOST_PAIRS = 250_000;

/** The live page is no longer the one that was answered: a script has rebuilt it. */
class Lost extends Error {}

/** Changes `live` by what differs between two pages. What is new or has changed is gathered in `changes`. */
function patch(before, after, live, changes) {
  if (before.isEqualNode(after)) return;
  if (!(before instanceof Element)) {
    live.data = after.data;
    if (live.parentElement && after.data.trim() !== before.data.trim()) changes.edited.add(live.parentElement);
  } else if (isSheet(before) && isSheet(after)) {
    changes.sheets.push(swap(live, document.importNode(after, true)));
  } else if (WHOLE.has(before.nodeName.toUpperCase()) && !isOwn(before)) {
    const node = document.importNode(after, true);
    live.replaceWith(node);
    changes.edited.add(node);
  } else {
    patchAttributes(before, after, live, changes);
    patchChildren(before, after, live, changes);
  }
}

function patchAttributes(before, after, live, changes) {
  const names = new Set([...before.getAttributeNames(), ...after.getAttributeNames()]);
  for (const name of names) {
    const value = after.getAttribute(name);
    if (value === before.getAttribute(name)) continue;
    if (value === null) live.removeAttribute(name);
    else live.setAttribute(name, value);
    changes.edited.add(live);
  }
}

function patchChildren(before, after, live, changes) {
  const nodes = counterparts(before, live);
  const partners = align([...before.childNodes], [...after.childNodes]);
  const kept = new Set(partners.values());
  for (const child of before.childNodes) {
    if (!kept.has(child)) nodes.get(child).remove();
  }
  let previous = null;
  for (const child of after.childNodes) {
    const old = partners.get(child);
    const node = old ? nodes.get(old) : document.importNode(child, true);
    if (old) {
      const next = node.nextSibling;
      patch(old, child, node, changes);
      previous = node.isConnected ? node : (next?.previousSibling ?? live.lastChild);
      continue;
    }
    if (previous) previous.after(node);
    else live.prepend(node);
    previous = node;
    if (node instanceof Element) changes.edited.add(node);
    else if (node.data.trim()) changes.edited.add(live);
  }
}

/** The nodes of the live page that a parent's children are. Others that scripts have added are passed over. */
function counterparts(before, live) {
  const nodes = new Map();
  let node = live.firstChild;
  for (const child of before.childNodes) {
    while (node && !isKin(child, node)) node = node.nextSibling;
    if (!node) throw new Lost();
    nodes.set(child, node);
    node = node.nextSibling;
  }
  return nodes;
}

/** Whether two nodes can be the same thing at two times. */
function isKin(one, other) {
  return one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");
}

/** Pairs the children of two times, in order: a newer one and the older one that it is. */
function align(before, after) {
  const partners = new Map();
  let start = 0;
  let [endBefore, endAfter] = [before.length, after.length];
  while (start < endBefore && start < endAfter && before[start].isEqualNode(after[start])) {
    partners.set(after[start], before[start++]);
  }
  while (endBefore > start && endAfter > start && before[endBefore - 1].isEqualNode(after[endAfter - 1])) {
    partners.set(after[--endAfter], before[--endBefore]);
  }
  const [older, newer] = [before.slice(start, endBefore), after.slice(start, endAfter)];
  const pairs = older.length * newer.length > MOST_PAIRS ? byPlace(older, newer) : bestPairs(older, newer);
  for (const [old, fresh] of pairs) partners.set(fresh, old);
  return partners;
}

function byPlace(older, newer) {
  return older.map((old, index) => [old, newer[index]]).filter(([old, fresh]) => fresh && isKin(old, fresh));
}

/** The pairs, in order, that are most alike together. */
function bestPairs(older, newer) {
  const texts = [older, newer].map((nodes) => nodes.map((node) => node.textContent));
  const likeness = (i, j) => alike(older[i], newer[j], texts[0][i], texts[1][j]);
  const width = newer.length + 1;
  const best = new Float64Array((older.length + 1) * width);
  for (let i = older.length - 1; i >= 0; i--) {
    for (let j = newer.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
      const score = likeness(i, j);
      best[i * width + j] = score > 0 ? Math.max(skip, score + best[(i + 1) * width + j + 1]) : skip;
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < older.length && j < newer.length; ) {
    const here = best[i * width + j];
    if (here === best[(i + 1) * width + j]) i++;
    else if (here === best[i * width + j + 1]) j++;
    else pairs.push([older[i++], newer[j++]]);
  }
  return pairs;
}

/** How much two nodes are alike: 0 if they cannot be the same, up to 2 if they are equal. */
function alike(old, fresh, oldText, freshText) {
  if (!isKin(old, fresh)) return 0;
  if (old.isEqualNode(fresh)) return 2;
  const shorter = Math.min(oldText.length, freshText.length);
  let [head, tail] = [0, 0];
  while (head < shorter && oldText[head] === freshText[head]) head++;
  while (tail < shorter - head && oldText.at(-1 - tail) === freshText.at(-1 - tail)) tail++;
  return 0.1 + (head + tail) / Math.max(oldText.length, freshText.length, 1);
}
