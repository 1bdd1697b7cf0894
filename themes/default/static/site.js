// Some comforts. Every page works without them.
{
  const languages = document.querySelectorAll(".languages a");
  const follow = () => {
    // Both languages share the ids of their sections, so the switch keeps the reader's.
    for (const link of languages) link.hash = location.hash;
    // What a link names inside a closed answer is shown, also by browsers that do not open it themselves.
    const target = document.querySelector(":target");
    const closed = target?.closest("details:not([open])");
    if (closed) {
      closed.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", follow);
  follow();
}
{
  // Escape closes what is open in the header, from the inside, and goes back to what opened it.
  addEventListener("keydown", (event) => {
    const header = document.activeElement.closest(".site-header");
    const open = event.key === "Escape" && [...(header?.querySelectorAll("details[open]") ?? [])].at(-1);
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
}
{
  // The table of contents marks the section that is being read.
  const links = [...document.querySelectorAll(".contents a")];
  const headings = links.map((link) => document.getElementById(link.getAttribute("href").slice(1)));
  const mark = () => {
    const line = innerHeight * 0.3;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const read = headings.findLastIndex((heading) => atEnd || heading?.getBoundingClientRect().top < line);
    links.forEach((link, index) => link.toggleAttribute("aria-current", index === read));
    links[read]?.setAttribute("aria-current", "location");
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  if (links.length > 0) {
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon, { passive: true });
    if (scrollY > 0) mark();
  }
}
