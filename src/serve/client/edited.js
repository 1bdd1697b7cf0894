// Shows the reader what was just edited: the block comes into view and is marked for a moment.

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, pre, blockquote, figure, summary";
/** Parts of a page that repeat what stands elsewhere. */
const REPEATED = "nav, aside, header, footer";
/** When more blocks than this have changed, it was not a text that was edited. */
const MOST_BLOCKS = 12;
const MARK = { outline: "3px solid #e4622f", outlineOffset: "4px" };
const MARKED_FOR = 2400;

function showEdited(edited) {
  const blocks = blocksOf(edited);
  if (blocks.length === 0 || blocks.length > MOST_BLOCKS) return;
  if (!isTyping() && !isInView(blocks[0])) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    blocks[0].scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
  }
  // An animation leaves no trace in the page, and a strict policy for styles does not forbid it.
  const frames = [MARK, { ...MARK, offset: 0.7 }, { ...MARK, outlineColor: "transparent" }];
  for (const block of blocks) block.animate(frames, { id: "taiyaku-edited", duration: MARKED_FOR });
}

/** The outermost blocks of the text that changed, in their order. */
function blocksOf(edited) {
  const text = document.querySelector("main") ?? document.body;
  const found = new Set();
  for (const element of edited) {
    const block = element.closest(BLOCKS) ?? (element.querySelector(BLOCKS) ? element : null);
    if (block?.isConnected && text.contains(block) && block !== text && !block.closest(REPEATED)) found.add(block);
  }
  const outermost = [...found].filter((block) => ![...found].some((other) => other !== block && other.contains(block)));
  return outermost.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

function isInView(block) {
  const { top, bottom, height } = block.getBoundingClientRect();
  return top >= 0 && (bottom <= innerHeight || (height > innerHeight && top < innerHeight / 2));
}

/** Whether the reader is filling in a form, which must not move away. */
function isTyping() {
  return document.activeElement?.matches("input, textarea, select, [contenteditable]") ?? false;
}
