// The list of those whom a visitor of a demonstration may speak as.

import { make } from "./dom.js";
import { plain } from "./marking.js";
import { brief } from "./time.js";

const LEVELS = { MN: "Mầm non", TH: "Tiểu học", THCS: "Trung học cơ sở", THPT: "Trung học phổ thông", GDTX: "Giáo dục thường xuyên" };
const MARKS = { officer: "PGD", group: "Nhóm" };

export class SeatList {
  constructor(node, seats, open) {
    this.rows = new Map();
    const groups = Map.groupBy ? Map.groupBy(seats, groupOf) : grouped(seats);
    const list = node.querySelector(".list");
    for (const [title, members] of groups) {
      const heading = make("h2", {}, title);
      const rows = members.map((seat) => this.row(seat, open));
      list.append(make("section", {}, heading, make("ul", {}, ...rows)));
    }
    this.none = make("p", { class: "none", role: "status", hidden: true }, "Không có vai nào khớp.");
    list.append(this.none);
    node.querySelector("input").addEventListener("input", (event) => this.search(event.target.value));
    node.hidden = false;
  }

  row(seat, open) {
    const preview = make("span", { class: "preview" });
    const at = make("span", { class: "at" });
    const badge = make("b", { class: "badge", hidden: true });
    const mark = make("span", { class: `avatar ${seat.role}`, "aria-hidden": "true" }, seat.level || MARKS[seat.role] || "");
    const words = make("span", { class: "words" }, make("span", { class: "label" }, seat.label), make("span", { class: "detail" }, seat.detail), preview);
    const button = make("button", { type: "button", class: "seat" }, mark, words, make("span", { class: "side" }, at, badge));
    button.dataset.seat = seat.address;
    button.addEventListener("click", () => open(seat.address));
    const node = make("li", {}, button);
    this.rows.set(seat.address, { seat, node, button, preview, at, badge, folded: fold(`${seat.label} ${seat.detail} ${groupOf(seat)}`) });
    if (seat.last) this.said(seat.last);
    return node;
  }

  said(message) {
    const row = this.rows.get(message.seat);
    if (!row || row.lastId > message.id) return;
    row.lastId = message.id;
    const who = message.kind === "in" ? "Bạn: " : "";
    row.preview.textContent = who + plain(message.text);
    row.at.textContent = brief(message.at);
  }

  unread(address, count) {
    const row = this.rows.get(address);
    row.badge.textContent = count > 99 ? "99+" : count;
    row.badge.hidden = !count;
    row.badge.setAttribute("aria-label", `${count} tin chưa đọc`);
  }

  opened(addresses) {
    for (const [address, { button }] of this.rows) button.setAttribute("aria-pressed", addresses.includes(address));
  }

  search(text) {
    const words = fold(text).split(/\s+/);
    for (const { node, folded } of this.rows.values()) node.hidden = !words.every((word) => folded.includes(word));
    const lists = [...new Set([...this.rows.values()].map(({ node }) => node.parentElement))];
    for (const list of lists) list.parentElement.hidden = [...list.children].every((item) => item.hidden);
    this.none.hidden = lists.some((list) => !list.parentElement.hidden);
  }
}

function groupOf(seat) {
  return LEVELS[seat.level] ?? (seat.role === "principal" ? "Các trường" : "Cơ quan quản lý và nhóm");
}

// Map.groupBy is younger than many phones.
function grouped(seats) {
  const groups = new Map();
  for (const seat of seats) groups.set(groupOf(seat), [...(groups.get(groupOf(seat)) ?? []), seat]);
  return groups;
}

export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").trim();
}
