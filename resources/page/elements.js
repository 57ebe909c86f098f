// Elements: how they are made, and how only that of them is touched which has changed.

const SVG = "http://www.w3.org/2000/svg";
const at = (id) => document.getElementById(id);

// An element with attributes, and what stands in it; functions among them listen.
function fill(element, attributes, inside) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.filter((each) => each !== null && each !== ""));
  return element;
}
const tag = (name, attributes = {}, ...inside) => fill(document.createElement(name), attributes, inside);
const drawn = (name, attributes = {}, ...inside) => fill(document.createElementNS(SVG, name), attributes, inside);

// An attribute of an element, or its text, set where it is another than before: what stays as it is costs nothing.
const written_before = new WeakMap();
function put(element, name, value) {
  const before = written_before.get(element) ?? {};
  if (before[name] === value) return;
  written_before.set(element, { ...before, [name]: value });
  if (name === "text") element.textContent = value;
  else if (value === null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : value);
}

// What stands in an element, made again where what it is made of is another than before.
function renew(element, of, make) {
  const key = `${language} ${JSON.stringify(of)}`;
  if (written_before.get(element)?.of === key) return;
  written_before.set(element, { ...written_before.get(element), of: key });
  element.replaceChildren(...make());
}

// Signs on buttons: paths on a ground of 24 × 24.
const SIGNS = {
  start: "M7 5v14M19 5l-9 7 9 7z",
  "iteration back": "M12 5l-8 7 8 7zM20 5l-8 7 8 7z",
  back: "M17 5L7 12l10 7z",
  step: "M7 5l10 7-10 7z",
  iteration: "M4 5l8 7-8 7zM12 5l8 7-8 7z",
  train: "M7 5l10 7-10 7z",
  pause: "M8 5v14M16 5v14",
  reset: "M5 12a7 7 0 1 0 2.5-5.3M5 4v5h5",
  undo: "M4 9h10a5 5 0 0 1 0 10h-4M8 5L4 9l4 4",
  less: "M15 5l-7 7 7 7",
  more: "M9 5l7 7-7 7",
  close: "M6 6l12 12M18 6L6 18",
};
const sign = (name) =>
  drawn(
    "svg",
    { viewBox: "0 0 24 24", class: `sign ${name.split(" ")[0]}`, "aria-hidden": "true" },
    drawn("path", { d: SIGNS[name] }),
  );
const button = (name, action, { label = name, id = name, ...more } = {}, ...inside) =>
  tag(
    "button",
    { "aria-label": words(label), title: words(label), click: action, "data-action": id, ...more },
    ...(inside.length ? inside : [sign(name)]),
  );

// A named colour of the page's style, as it is now.
const colour = (role) => getComputedStyle(document.documentElement).getPropertyValue(`--${role}`).trim();
const channels = (hex) => [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
// All that are painted with; asked for once a theme, since asking costs.
let palette = {};
function choosePalette() {
  const roles =
    "card text text-muted accent control-border zero grid axis forward loss loss-soft backward update positive negative grad-positive grad-negative map-positive map-zero map-negative training validation";
  palette = Object.fromEntries(
    [...roles.split(" "), ...Array.from({ length: 10 }, (_, place) => `class-${place}`)].map((role) => [
      role,
      colour(role),
    ]),
  );
  chooseRamps();
}
const quiet = matchMedia("(prefers-reduced-motion: reduce)");
