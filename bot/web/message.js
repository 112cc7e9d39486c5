// One message as it is seen, and the menu that a long press opens.

import { icon, make } from "./dom.js";
import { marked, plain } from "./marking.js";
import { day, hour } from "./time.js";

const LONG_PRESS = 500;

// *act* has press(message, label, words, button), reply(message) and edit(message).
export function messageNode(message, act) {
  const mine = message.kind === "in";
  const words = make("div", { class: "words" });
  words.append(mine ? message.text : marked(message.text));
  const meta = make("span", { class: "meta" }, hour(message.at) + (message.edited ? " · đã sửa" : ""));
  const more = make("button", { type: "button", class: "more", "aria-label": "Tùy chọn tin nhắn" }, icon("more"));
  const bubble = make("div", { class: "bubble" }, sender(mine), ...message.files.map(attached), words, meta);
  const node = make("li", { class: mine ? "message mine" : "message" }, bubble, more, choices(message, act));
  node.dataset.key = message.key;
  node.dataset.day = day(message.at);
  const open = () => openMenu(message, act);
  more.addEventListener("click", open);
  onLongPress(bubble, open);
  return node;
}

function sender(mine) {
  return make("span", { class: "unseen" }, mine ? "Thầy/cô nói: " : "Trợ lý nói: ");
}

function attached(file) {
  const address = `api/files/${file.id}`;
  if (!file.type.startsWith("image/")) return make("a", { class: "file", href: address, download: file.name }, `📎 ${file.name}`);
  const picture = make("img", { src: address, alt: file.name, loading: "lazy" });
  return make("a", { class: "picture", href: address, target: "_blank", rel: "noopener" }, picture);
}

function choices(message, act) {
  if (!message.choices.length) return null;
  const row = make("div", { class: "choices" });
  for (const [label, words] of message.choices) {
    const button = make("button", { type: "button", class: "choice" }, label);
    button.addEventListener("click", () => act.press(message, label, words, button));
    row.append(button);
  }
  return row;
}

export function pendingNode(item) {
  const words = make("div", { class: "words" }, item.label ?? (item.file ? `📎 ${item.file.name}\n${item.text}`.trim() : item.text));
  const meta = make("span", { class: "meta", role: "status" });
  const node = make("li", { class: "message mine pending" }, make("div", { class: "bubble" }, words, meta));
  node.dataset.key = item.key;
  return node;
}

function onLongPress(node, open) {
  let timer;
  const stop = () => clearTimeout(timer);
  node.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") timer = setTimeout(open, LONG_PRESS);
  });
  for (const name of ["pointerup", "pointermove", "pointercancel", "pointerleave"]) node.addEventListener(name, stop);
  node.addEventListener("contextmenu", (event) => {
    if (getSelection().toString()) return; // a right click on marked text is for copying it
    event.preventDefault();
    stop();
    open();
  });
}

function openMenu(message, act) {
  const menu = document.querySelector("dialog.menu");
  if (menu.open) return;
  const entry = (label, run) =>
    make("button", { type: "button", onclick: () => (menu.close(), run()) }, label);
  const entries = [entry("Trả lời", () => act.reply(message))];
  if (message.kind === "in") entries.push(entry("Sửa", () => act.edit(message)));
  if (navigator.clipboard) entries.push(entry("Sao chép", () => navigator.clipboard.writeText(message.text)));
  menu.replaceChildren(make("p", {}, plain(message.text).slice(0, 80)), ...entries, entry("Đóng", () => {}));
  menu.onclick = (event) => event.target === menu && menu.close();
  menu.showModal();
}
