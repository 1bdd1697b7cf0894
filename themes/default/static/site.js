// Keeps the reader's section when the language changes: both languages share the ids of their headings.
{
  const links = document.querySelectorAll(".languages a");
  const keepSection = () => {
    for (const link of links) link.hash = location.hash;
  };
  addEventListener("hashchange", keepSection);
  keepSection();
}
