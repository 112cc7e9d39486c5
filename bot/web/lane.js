// One conversation: a seat's messages, what is still on its way, and the composer.

import { Composer } from "./composer.js";
import { icon, make } from "./dom.js";
import { messageNode, pendingNode } from "./message.js";
import { Outbox } from "./outbox.js";
import { dayName } from "./time.js";
import { joinForm, welcome } from "./welcome.js";
import { get } from "./wire.js";

const NEAR = 80;
const PATIENCE = 400;

export class Lane {
  // *acts* has back(), close(lane) and seen(seat, revision).
  constructor(seat, acts) {
    Object.assign(this, { seat, acts, shown: new Map(), pending: new Map() });
    this.composer = new Composer((item) => this.say(item));
    this.messages = make("ol", { class: "messages" });
    this.waiting = make("ol", { class: "messages" });
    this.typing = make("p", { class: "typing", role: "status", "aria-label": "Trợ lý đang trả lời", hidden: true }, make("i"), make("i"), make("i"));
    this.log = make("div", { class: "log", role: "log", "aria-live": "polite", "aria-busy": "true", tabindex: "0", "aria-label": "Tin nhắn" },
      this.messages, this.waiting, this.typing);
    this.join = joinForm((text) => this.say({ text }));
    this.join.hidden = seat.joined !== false;
    this.down = make("button", { type: "button", class: "down", "aria-label": "Xuống tin mới nhất", hidden: true }, icon("down"));
    this.node = make("section", { class: "lane", "aria-label": seat.label }, this.header(), this.join, this.log, this.down, this.composer.node);
    this.node.dataset.lane = seat.address;
    this.down.addEventListener("click", () => this.toEnd());
    this.stuck = true;
    this.log.addEventListener("scroll", () => (this.down.hidden = this.stuck = this.atEnd()), { passive: true });
    // A keyboard that opens, or a composer that grows, does not hide the last words.
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.log);
    this.outbox = new Outbox(seat.address, (item, state, why) => this.progress(item, state, why));
    this.load();
  }

  header() {
    const back = make("button", { type: "button", class: "back", "aria-label": "Về danh sách vai" }, icon("back"), make("b", { class: "badge", hidden: true }));
    const close = make("button", { type: "button", class: "close", "aria-label": `Đóng ${this.seat.label}` }, icon("close"));
    back.addEventListener("click", () => this.acts.back());
    close.addEventListener("click", () => this.acts.close(this));
    const title = make("div", { class: "title" }, make("h2", {}, this.seat.label), make("p", {}, this.seat.detail || "Hỏi đáp, ghi tiến độ, nhắc việc"));
    return make("header", {}, back, title, close);
  }

  async load() {
    try {
      const { messages } = await get(`/api/messages?seat=${encodeURIComponent(this.seat.address)}`);
      for (const message of messages) this.insert(message);
      this.dress();
      this.toEnd();
      this.log.setAttribute("aria-busy", "false");
    } catch {
      this.later = setTimeout(() => this.load(), 2000);
    }
  }

  // What the stream brings: new, changed, or known already.
  put(message) {
    const stay = !this.atEnd() && message.kind === "out";
    const known = this.shown.has(message.id);
    const node = this.insert(message);
    if (!node) return;
    if (message.kind === "out") this.setTyping(false);
    this.dress();
    if (known) node.scrollIntoView({ block: "nearest" });
    else if (!stay) this.reveal(node);
    else this.down.hidden = false;
  }

  insert(message) {
    this.acts.seen(this, message.revision);
    const known = this.shown.get(message.id);
    if (known && known.message.revision >= message.revision) return null;
    const node = messageNode(message, this);
    if (known) known.node.replaceWith(node);
    else this.messages.insertBefore(node, this.nextOf(message.id));
    this.shown.set(message.id, { message, node });
    this.drop(message.key);
    return node;
  }

  nextOf(id) {
    const later = [...this.shown].filter(([other]) => other > id).sort(([a], [b]) => a - b)[0];
    return later ? later[1].node : null;
  }

  // Day lines stand where the day changes; an empty conversation says what can be asked.
  dress() {
    for (const line of this.messages.querySelectorAll(".day, .welcome")) line.remove();
    let day = "";
    for (const { message, node } of [...this.shown.values()].sort((a, b) => a.message.id - b.message.id)) {
      if (node.dataset.day !== day) node.before(make("li", { class: "day" }, dayName(message.at)));
      day = node.dataset.day;
    }
    if (!this.shown.size) this.messages.append(welcome(this.seat, (text) => this.say({ text })));
  }

  say(item) {
    this.outbox.add(item);
  }

  press(message, label, words, button) {
    button.classList.add("pressed");
    this.say({ text: words, label, pressed: message.key });
  }

  reply(message) {
    this.composer.reply(message);
  }

  edit(message) {
    this.composer.edit(message);
  }

  progress(item, state, why) {
    const quiet = item.pressed || item.edits;
    this.setTyping(state === "sending");
    // What was lost may have been only the server's "yes": then the stream has brought the message already.
    const arrived = [...this.shown.values()].some(({ message }) => message.key === item.key);
    if (arrived || (state === "sent" && quiet)) return this.drop(item.key);
    if (state === "sent" || (state === "sending" && quiet)) return;
    const node = this.pendingNode(item);
    const meta = node.querySelector(".meta");
    node.classList.toggle("failed", state === "failed");
    if (state === "sending") meta.textContent = "";
    if (state === "again") meta.textContent = "Chưa gửi được, đang gửi lại…";
    if (state === "failed") meta.replaceChildren(`${why} `, this.dropButton(item.key));
    this.toEnd();
  }

  pendingNode(item) {
    if (!this.pending.has(item.key)) {
      const node = pendingNode(item);
      this.pending.set(item.key, node);
      this.waiting.append(node);
    }
    return this.pending.get(item.key);
  }

  dropButton(key) {
    return make("button", { type: "button", class: "drop", onclick: () => this.drop(key) }, "Bỏ tin này");
  }

  drop(key) {
    this.pending.get(key)?.remove();
    this.pending.delete(key);
    for (const button of this.node.querySelectorAll(".choice.pressed")) button.classList.remove("pressed");
  }

  setTyping(on) {
    clearTimeout(this.soon);
    if (!on) this.typing.hidden = true;
    else this.soon = setTimeout(() => this.showTyping(), PATIENCE);
  }

  showTyping() {
    const end = this.atEnd();
    this.typing.hidden = false;
    if (end) this.toEnd();
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.down.hidden = true;
  }

  // A long answer is read from its first line.
  reveal(node) {
    if (node.offsetHeight > this.log.clientHeight) node.scrollIntoView({ block: "start" });
    else this.toEnd();
  }
}
