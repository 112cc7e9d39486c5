// Builds nodes. Text only ever becomes text: nothing here, or anywhere on the page, parses HTML.

export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value === "boolean") node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

const PATHS = {
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  attach: "M8 12.5l6.5-6.5a3.2 3.2 0 0 1 4.5 4.5l-8.5 8.5a5 5 0 0 1-7-7L12 4",
  send: "M4 12l16-8-6 16-3-7z",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  down: "M6 9l6 6 6-6",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function remember(name, value) {
  try {
    localStorage.setItem(`kiemdinh.${name}`, JSON.stringify(value));
  } catch {
    // Private windows may have no storage; the page then forgets on reload, and works otherwise.
  }
}

export function recall(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`kiemdinh.${name}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}
