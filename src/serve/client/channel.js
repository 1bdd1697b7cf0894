// Listens to the preview, and finds it again when it was gone.

const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 4000;
// The preview speaks every 15 seconds. A channel that is silent for longer has died without a word, as after sleep.
const PATIENCE = 40000;

let pause = SHORTEST_PAUSE;

function listen() {
  const channel = new URL("reload", script.src);
  channel.protocol = channel.protocol === "https:" ? "wss:" : "ws:";
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
    pause = SHORTEST_PAUSE;
    wait();
    hear(JSON.parse(message.data));
  };
  wait();
}

// Each run of the preview has a path of its own for this script. When it is gone, another run answers here, and only a
// new copy of the page can join it.
async function look() {
  try {
    const answer = await fetch(script.src, { method: "HEAD", cache: "no-store" });
    if (answer.status === 404) location.reload();
    else listen();
  } catch {
    lookLater();
  }
}

function lookLater() {
  setTimeout(look, pause);
  pause = Math.min(2 * pause, LONGEST_PAUSE);
}

listen();
