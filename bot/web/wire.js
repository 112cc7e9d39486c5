// Talks to the server: questions, messages, and the one stream that brings the answers.

const DEAD_AFTER = 40000;
const TURN_LIMIT = 120000;

export class Unsent extends Error {} // it may go through later
export class Refused extends Error {} // it never will; the message says why

export async function get(path) {
  const response = await fetch(path, { cache: "no-store" });
  if (!response.ok) throw new Unsent(String(response.status));
  return response.json();
}

export async function post(path, body) {
  const form = body instanceof FormData;
  let response;
  try {
    response = await fetch(path, {
      method: "POST",
      body: form ? body : JSON.stringify(body),
      headers: form ? {} : { "Content-Type": "application/json" },
      signal: AbortSignal.timeout(TURN_LIMIT),
    });
  } catch {
    throw new Unsent("offline");
  }
  if (response.ok) return response.json();
  if (response.status >= 500) throw new Unsent(String(response.status));
  const said = await response.json().catch(() => ({}));
  throw new Refused(said.error ?? "Không gửi được tin này.");
}

export function freshKey() {
  if (crypto.randomUUID) return crypto.randomUUID(); // only on https and localhost
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Watches all the seats. The browser reconnects by itself where it can; a closed or silent stream is opened again here.
export class Stream {
  constructor(seats, after, { message, clock, connected, check }) {
    Object.assign(this, { seats, after, message, clock, connected, check, tries: 0, beatAt: performance.now() });
    this.open();
    setInterval(() => performance.now() - this.beatAt > DEAD_AFTER && this.open(), 5000);
    window.addEventListener("online", () => this.open());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && performance.now() - this.beatAt > DEAD_AFTER / 2) this.open();
    });
  }

  open() {
    clearTimeout(this.later);
    this.source?.close();
    this.beatAt = performance.now();
    const seats = this.seats.map(encodeURIComponent).join(",");
    this.source = new EventSource(`/api/stream?seats=${seats}&after=${this.after}`);
    this.source.addEventListener("open", () => this.alive());
    this.source.addEventListener("error", () => this.lost());
    this.source.addEventListener("clock", (event) => {
      this.beatAt = performance.now();
      this.clock(event.data);
    });
    this.source.addEventListener("message", (event) => {
      this.beatAt = performance.now();
      this.after = Number(event.lastEventId);
      this.message(JSON.parse(event.data));
    });
  }

  alive() {
    this.tries = 0;
    this.connected(true);
    if (this.opened) this.check(this.after);
    this.opened = true;
  }

  lost() {
    this.connected(false);
    if (this.source.readyState !== EventSource.CLOSED) return;
    this.check(this.after);
    this.later = setTimeout(() => this.open(), Math.min(1000 * 2 ** this.tries++, 15000));
  }
}
