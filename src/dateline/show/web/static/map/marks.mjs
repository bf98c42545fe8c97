// Pictures for the map: a mark's name in, its pixels out; drawn when the map first asks for one of that name.

import { GROUPS, GROUP_COLOURS, SHAPES } from "../view/groups.mjs";

const RATIO = 2;
const PAPER = { light: { paper: "#ffffff", ink: "#1d2126", soft: "#5b6470" }, dark: { paper: "#14191e", ink: "#f1f3f5", soft: "#a3abb5" } };

/** The name of the mark of a place: how its holding stands, and a colour and letters a side. */
export function holderMark(theme, status, keys, large) {
  return ["hold", theme, status, large ? 1 : 0, ...keys.map((key) => `${key.colour}~${key.letters}`)].join("|");
}

/** The name of the mark of one event, or of many: a count for each of GROUPS. */
export function eventMark(theme, counts, unsure) {
  return ["event", theme, unsure ? 1 : 0, ...counts].join("|");
}

/** The picture of a name, or null for a name of no mark. */
export function draw(name) {
  const [kind, theme, ...rest] = name.split("|");
  if (kind === "hold") return drawHolder(theme, rest);
  if (kind === "event") return drawEvents(theme, rest);
  return null;
}

/** The same as an <svg>-free picture for a legend: a canvas element. */
export function picture(name) {
  const { width, height, data } = draw(name);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas.getContext("2d").putImageData(new ImageData(data, width, height), 0, 0);
  canvas.style.width = `${width / RATIO}px`;
  canvas.style.height = `${height / RATIO}px`;
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

export const OPTIONS = { pixelRatio: RATIO };

function drawHolder(theme, [status, large, ...keys]) {
  const { paper, ink, soft } = PAPER[theme];
  const sides = keys.map((key) => key.split("~"));
  const radius = status === "none" ? 4.5 : (large === "1" ? 12 : 10) + (sides.length > 1 ? 2 : 0);
  return onCanvas(radius * 2 + 6, radius * 2 + 6, (pen, middle) => {
    disc(pen, middle, middle, radius + 1.5, paper);
    if (status === "none" || status === "unknown") return ring(pen, middle, radius - 1, soft, status === "unknown" ? "?" : "");
    sides.forEach(([colour], index) => wedge(pen, middle, radius, index, sides.length, colour, status));
    if (status === "undated") return mark(pen, middle, sides, ink, paper, 0), ring(pen, middle, radius - 1, sides[0][0], "", [3, 2]);
    if (sides.length > 1) split(pen, middle, radius, sides.length, paper);
    outline(pen, middle, radius, status === "contested" ? ink : sides[0][0], status === "contested" ? 2 : 1.5);
    mark(pen, middle, sides, status === "claimed" ? ink : "#ffffff", paper, status === "claimed" ? 3 : 0, sides.length > 1 ? radius * 0.48 : 0);
  });
}

function wedge(pen, middle, radius, index, count, colour, status) {
  const turn = (Math.PI * 2) / count, from = -Math.PI * 0.75 + index * turn;
  pen.save();
  pen.beginPath();
  if (count > 1) pen.moveTo(middle, middle);
  pen.arc(middle, middle, radius, from, from + turn);
  pen.closePath();
  pen.clip();
  if (status === "undated") pen.globalAlpha = 0.18;
  if (status === "claimed") hatch(pen, middle, radius, colour);
  else {
    pen.fillStyle = colour;
    pen.fill();
  }
  pen.restore();
}

function hatch(pen, middle, radius, colour) {
  pen.globalAlpha = 0.22;
  pen.fillStyle = colour;
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.7;
  pen.beginPath();
  for (let shift = -2 * radius; shift <= 2 * radius; shift += 4) {
    pen.moveTo(middle + shift - radius, middle + radius);
    pen.lineTo(middle + shift + radius, middle - radius);
  }
  pen.stroke();
}

function split(pen, middle, radius, count, paper) {
  pen.strokeStyle = paper;
  pen.lineWidth = 2;
  pen.beginPath();
  for (let index = 0; index < count; index++) {
    const angle = -Math.PI * 0.75 + (index * Math.PI * 2) / count;
    pen.moveTo(middle, middle);
    pen.lineTo(middle + radius * Math.cos(angle), middle + radius * Math.sin(angle));
  }
  pen.stroke();
}

function mark(pen, middle, sides, ink, paper, halo, away = 0) {
  const turn = (Math.PI * 2) / sides.length;
  sides.forEach(([, letters], index) => {
    const angle = -Math.PI * 0.75 + (index + 0.5) * turn;
    write(pen, away ? letters.slice(0, 1) : letters, middle + away * Math.cos(angle), middle + away * Math.sin(angle), 9.5, ink, halo && paper, halo);
  });
}

function write(pen, words, x, y, size, ink, halo, width = 3) {
  pen.font = `700 ${size}px "Noto Sans", system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  if (halo) {
    pen.strokeStyle = halo;
    pen.lineWidth = width;
    pen.strokeText(words, x, y + 0.5);
  }
  pen.fillStyle = ink;
  pen.fillText(words, x, y + 0.5);
}

function drawEvents(theme, [unsure, ...told]) {
  const counts = told.map(Number), total = counts.reduce((sum, one) => sum + one, 0);
  const { paper, ink } = PAPER[theme], colours = GROUP_COLOURS[theme];
  if (total === 1) return drawOne(theme, counts.indexOf(1), unsure === "1");
  const radius = total < 10 ? 9.5 : total < 100 ? 11.5 : total < 1000 ? 14 : 17;
  return onCanvas(radius * 2 + 4, radius * 2 + 4, (pen, middle) => {
    disc(pen, middle, middle, radius + 1, paper);
    let from = -Math.PI / 2;
    counts.forEach((count, index) => {
      if (!count) return;
      const until = from + (count / total) * Math.PI * 2;
      pen.beginPath();
      pen.arc(middle, middle, radius - 1.75, from, until);
      pen.strokeStyle = colours[GROUPS[index]];
      pen.lineWidth = 3.5;
      pen.stroke();
      from = until;
    });
    write(pen, total < 1000 ? String(total) : `${Math.round(total / 100) / 10}k`, middle, middle, total < 100 ? 10 : 9.5, ink, "");
  });
}

function drawOne(theme, group, unsure) {
  const { paper } = PAPER[theme], colour = GROUP_COLOURS[theme][GROUPS[group]];
  return onCanvas(18, 18, (pen, middle) => {
    shape(pen, middle, 7.2, GROUPS[group]);
    pen.fillStyle = paper;
    pen.fill();
    shape(pen, middle, 5.2, GROUPS[group]);
    pen.fillStyle = pen.strokeStyle = colour;
    pen.lineWidth = 1.8;
    pen.lineJoin = "round";
    if (unsure) pen.globalAlpha = 0.35;
    pen.fill();
    pen.globalAlpha = 1;
    pen.stroke();
  });
}

function shape(pen, middle, size, group) {
  pen.beginPath();
  if (SHAPES[group]) SHAPES[group].forEach(([x, y], at) => pen[at ? "lineTo" : "moveTo"](middle + x * size, middle + y * size));
  else if (group === "deal") pen.roundRect(middle - size * 0.6, middle - size, size * 1.2, size * 2, size * 0.6);
  else pen.arc(middle, middle, size, 0, Math.PI * 2);
  pen.closePath();
}

function disc(pen, x, y, radius, colour) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fillStyle = colour;
  pen.fill();
}

function outline(pen, middle, radius, colour, width) {
  pen.beginPath();
  pen.arc(middle, middle, radius - width / 2, 0, Math.PI * 2);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
}

function ring(pen, middle, radius, colour, words, dashes = []) {
  pen.setLineDash(dashes);
  outline(pen, middle, radius + 1, colour, 2);
  pen.setLineDash([]);
  if (words) write(pen, words, middle, middle, 10, colour, "");
}

function onCanvas(width, height, paint) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * RATIO);
  canvas.height = Math.ceil(height * RATIO);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.scale(RATIO, RATIO);
  paint(pen, canvas.width / RATIO / 2);
  const image = pen.getImageData(0, 0, canvas.width, canvas.height);
  return { width: image.width, height: image.height, data: image.data };
}
