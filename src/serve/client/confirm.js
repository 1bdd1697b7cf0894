// The button that confirms a pair: it asks first, and says what came of it.
{
  const folder = new URL(".", document.currentScript.src);

  const say = (text) => (document.getElementById("answer").textContent = text);

  async function confirm({ topic, language, digest }) {
    try {
      const answer = await fetch(new URL("confirm", folder), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ topic, language, digest }),
      });
      say((await answer.json()).message);
    } catch (error) {
      say(String(error));
    }
  }

  // The page changes under us, so events are caught where it does not.
  document.addEventListener("click", ({ target }) => {
    if (!target.closest("#confirm")) return;
    const dialog = document.getElementById("ask");
    // What is confirmed is what was shown when the question came up.
    const wish = { ...target.closest("#confirm").dataset };
    dialog.returnValue = "";
    dialog.onclose = () => dialog.returnValue === "yes" && confirm(wish);
    dialog.showModal();
  });
}
