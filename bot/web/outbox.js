// Keeps what a seat has said until the server has it: in order, over lost connections and reloads.

import { recall, remember } from "./dom.js";
import { Refused, freshKey, post } from "./wire.js";

export class Outbox {
  // *shown* is told of every change of an item's state: sending, again, failed, sent.
  constructor(seat, shown) {
    Object.assign(this, { seat, shown, name: `outbox.${seat}`, busy: false, tries: 0 });
    this.items = recall(this.name, []);
    for (const item of this.items) this.shown(item, "again");
    this.drain();
  }

  add(item) {
    const kept = { ...item, key: freshKey() };
    this.items.push(kept);
    this.keep();
    this.shown(kept, "sending");
    this.drain();
  }

  async drain() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.later);
    while (this.items.length && (await this.settle(this.items[0]))) {
      this.items.shift();
      this.keep();
    }
    this.busy = false;
    if (this.items.length) this.later = setTimeout(() => this.drain(), Math.min(1000 * 2 ** this.tries++, 10000));
  }

  async settle(item) {
    try {
      await (item.file ? post("/api/file", form(this.seat, item)) : post("/api/say", { seat: this.seat, ...spoken(item) }));
      this.tries = 0;
      this.shown(item, "sent");
      return true;
    } catch (error) {
      const refused = error instanceof Refused;
      this.shown(item, refused ? "failed" : "again", error.message);
      return refused;
    }
  }

  keep() {
    // A file is too large to keep; it is lost with the page.
    remember(this.name, this.items.filter((item) => !item.file));
  }
}

function spoken({ text, key, pressed, edits, replies_to }) {
  return { text, key, pressed, edits, replies_to };
}

function form(seat, { key, text, file }) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ seat, key, text, file })) body.append(name, value);
  return body;
}
