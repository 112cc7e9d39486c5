// Starts the page: who may be spoken for, which conversations are open, and the stream that feeds them.

import { Clock } from "./clock.js";
import { recall, remember } from "./dom.js";
import { Lane } from "./lane.js";
import { SeatList } from "./seats.js";
import { tellTime } from "./time.js";
import { Stream, get } from "./wire.js";

const TITLE = document.title;
const FURTHEST_BACK = 2000;
const wide = matchMedia("(min-width: 900px)");
const lanes = new Map();
const unread = new Map(); // address → ids of messages that came while nobody looked
const place = document.querySelector(".lanes");
const notice = document.querySelector(".notice");
let state, seats, list, clock, read, active, quiet;

async function start() {
  try {
    state = await get("/api/state");
  } catch {
    say("Đang kết nối…");
    return void setTimeout(start, 2000);
  }
  notice.hidden = true;
  tellTime(state.now);
  seats = new Map(state.seats.map((seat) => [seat.address, seat]));
  document.body.classList.toggle("demo", state.demo);
  read = Object.fromEntries([...seats.keys()].map((address) => [address, Math.min(recall("read", {})[address] ?? state.cursor, state.cursor)]));
  if (state.demo) startDemo();
  else openOwn(state.seats[0]);
  const after = Math.max(Math.min(...Object.values(read)), state.cursor - FURTHEST_BACK);
  new Stream([...seats.keys()], after, { message, clock: tick, connected, check });
}

function openOwn(seat) {
  seat.joined = state.joined;
  open(seat.address);
}

function startDemo() {
  list = new SeatList(document.querySelector("nav.seats"), state.seats, open);
  clock = new Clock(document.querySelector(".clock"), say);
  const before = recall("open", []).filter((address) => seats.has(address));
  for (const address of wide.matches ? before : before.slice(-1)) open(address);
  show(wide.matches ? before.at(-1) : history.state?.seat);
  window.addEventListener("popstate", (event) => show(event.state?.seat));
  wide.addEventListener("change", () => show(active));
}

function open(address) {
  if (!lanes.has(address)) {
    const lane = new Lane(seats.get(address), { back, close, seen });
    lanes.set(address, lane);
    place.append(lane.node);
  }
  const entering = state.demo && !wide.matches && history.state?.seat !== address && document.body.dataset.started;
  if (entering) history.pushState({ seat: address }, "");
  show(address);
}

// On a phone one conversation is seen at a time, or the list; on a wide screen all that are open.
function show(address) {
  if (address && seats.has(address) && !lanes.has(address)) return open(address);
  document.body.dataset.started = "yes";
  active = lanes.has(address) ? address : undefined;
  document.body.dataset.view = active ? "chat" : "list";
  for (const [other, lane] of lanes) lane.node.classList.toggle("active", other === active);
  document.querySelector(".nobody").hidden = lanes.size > 0;
  if (active) arrive(lanes.get(active));
  for (const [other, lane] of lanes) if (visible(other)) seen(lane, read[other]);
  list?.opened([...lanes.keys()]);
  if (state.demo) remember("open", [...lanes.keys()].filter((other) => other !== active).concat(active ?? []));
}

function arrive(lane) {
  lane.node.scrollIntoView({ inline: "nearest", block: "nearest" });
  if (lane.down.hidden) lane.toEnd();
  if (wide.matches) lane.composer.text.focus({ preventScroll: true });
}

function back() {
  if (history.state?.seat) history.back();
  else show(undefined);
}

function close(lane) {
  lane.node.remove();
  lanes.delete(lane.seat.address);
  show([...lanes.keys()].at(-1));
}

function visible(address) {
  return lanes.has(address) && !document.hidden && (wide.matches || address === active);
}

function seen({ seat }, revision) {
  if (!visible(seat.address)) return;
  read[seat.address] = Math.max(read[seat.address], revision);
  remember("read", read);
  unread.delete(seat.address);
  count(seat.address);
}

function count(address) {
  list?.unread(address, unread.get(address)?.size ?? 0);
  const others = [...unread].filter(([other]) => other !== active).reduce((sum, [, ids]) => sum + ids.size, 0);
  document.title = others ? `(${others}) ${TITLE}` : TITLE;
  for (const badge of document.querySelectorAll(".back .badge")) {
    badge.textContent = others;
    badge.hidden = !others;
  }
}

function message(said) {
  const lane = lanes.get(said.seat);
  lane?.put(said);
  list?.said(said);
  if (said.kind === "out" && !visible(said.seat) && said.revision > read[said.seat]) {
    if (!unread.has(said.seat)) unread.set(said.seat, new Set());
    unread.get(said.seat).add(said.id);
    count(said.seat);
  }
  if (said.kind === "out" && !state.demo && !state.joined) checkJoined(lane);
}

async function checkJoined(lane) {
  state.joined = (await get("/api/state").catch(() => state)).joined;
  lane.join.hidden = state.joined;
}

function tick(iso) {
  tellTime(iso);
  clock?.show();
}

// After a break the server may have another database, or this browser another seat: then nothing here holds any more.
async function check(cursor) {
  const fresh = await get("/api/state").catch(() => null);
  const same = fresh?.seats.every((seat) => seats.has(seat.address)) && fresh.cursor >= cursor;
  if (fresh && !same) location.reload();
}

function connected(yes) {
  clearTimeout(quiet);
  if (!yes) quiet = setTimeout(() => say("Đang kết nối lại…"), 800);
  else notice.hidden = true;
  if (yes) for (const lane of lanes.values()) lane.outbox.drain();
}

function say(text) {
  notice.textContent = text;
  notice.hidden = false;
  if (!text.endsWith("…")) quiet = setTimeout(() => (notice.hidden = true), 4000);
}

document.addEventListener("visibilitychange", () => {
  for (const [address, lane] of lanes) if (visible(address)) seen(lane, Math.max(0, ...[...lane.shown.values()].map((one) => one.message.revision)));
});

start();
