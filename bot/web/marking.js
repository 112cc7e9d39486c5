// Shows the light marking of an answer (**bold**, *italic*, lists) as nodes.

import { make } from "./dom.js";

const SPAN = /\*\*(?=\S)(.+?)\*\*|\*(?=[^\s*])(.*?[^\s*])\*(?!\*)/g;
const ITEM = /^\s*[•·-]\s+(.*)$/;

export function marked(text) {
  const whole = document.createDocumentFragment();
  let list = null;
  for (const line of text.split("\n")) {
    const item = ITEM.exec(line);
    if (item && !list) whole.append((list = make("ul")));
    if (!item) list = null;
    if (item) list.append(make("li", {}, ...spans(item[1])));
    else whole.append(make("p", {}, ...spans(line)));
  }
  return whole;
}

function spans(line) {
  const parts = [];
  let from = 0;
  for (const found of line.matchAll(SPAN)) {
    parts.push(line.slice(from, found.index));
    const [, bold, italic] = found;
    parts.push(bold === undefined ? make("em", {}, italic) : make("strong", {}, ...spans(bold)));
    from = found.index + found[0].length;
  }
  parts.push(line.slice(from));
  return parts.filter((part) => part !== "");
}

export function plain(text) {
  return text.replace(SPAN, (_, bold, italic) => bold ?? italic).replace(/\s+/g, " ");
}
