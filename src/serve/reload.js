// Keeps this page in step with the preview: reloads it when the preview shows another build than the page comes from.
(() => {
  "use strict";
  const SHORTEST_PAUSE = 250;
  const LONGEST_PAUSE = 4000;
  // The preview speaks every 15 seconds. A channel that is silent for longer has died without a word, as after sleep.
  const PATIENCE = 40000;

  const script = document.currentScript;
  const channel = new URL("reload", script.src);
  channel.protocol = channel.protocol === "https:" ? "wss:" : "ws:";
  let pause = SHORTEST_PAUSE;

  function listen() {
    const socket = new WebSocket(channel);
    let timer;
    const lose = () => {
      clearTimeout(timer);
      socket.onmessage = socket.onclose = null;
      socket.close();
      lookLater();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(lose, PATIENCE);
    };
    socket.onclose = lose;
    socket.onmessage = (message) => {
      if (JSON.parse(message.data).build !== script.dataset.build) {
        socket.onmessage = socket.onclose = null;
        location.reload();
        return;
      }
      pause = SHORTEST_PAUSE;
      wait();
    };
    wait();
  }

  // Each run of the preview has a path of its own for this script. When it is gone, another run answers here,
  // and only a new copy of the page can join it.
  async function look() {
    try {
      const answer = await fetch(script.src, { cache: "no-store" });
      if (answer.status === 404) {
        location.reload();
      } else {
        listen();
      }
    } catch {
      lookLater();
    }
  }

  function lookLater() {
    setTimeout(look, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  }

  listen();
})();
