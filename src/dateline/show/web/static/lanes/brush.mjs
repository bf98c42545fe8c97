// Days chosen by drawing over them: an SVG and its axis in, first and last day out; Escape leaves all as it was.

import { svg } from "./drawing.mjs";

const LEAST = 6; // pixels: less is a click, not a brush

/** Let a hand draw over days; `chosen(first, last)` is told at the end, `describe(first, last)` while it draws. */
export function brushable(picture, axisNow, { chosen, describe }) {
  let start = null, box = null;
  const at = (event) => event.clientX - picture.getBoundingClientRect().left;
  const edges = (x) => [axisNow().day(Math.min(start, x)), axisNow().day(Math.max(start, x))];
  const end = () => {
    box?.remove();
    start = box = null;
    describe();
  };
  picture.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest("a, [role=button]") || at(event) < axisNow().left) return;
    start = at(event);
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => {
    if (start === null || Math.abs(at(event) - start) < LEAST) return;
    box ??= picture.appendChild(svg("rect", { class: "brush", y: 0, height: picture.getAttribute("height") }));
    const [first, last] = [Math.min(start, at(event)), Math.max(start, at(event))];
    box.setAttribute("x", first);
    box.setAttribute("width", last - first);
    describe(...edges(at(event)));
  });
  picture.addEventListener("pointerup", (event) => {
    const days = box && edges(at(event));
    end();
    if (days) chosen(...days);
  });
  picture.addEventListener("pointercancel", end);
  addEventListener("keydown", (event) => event.key === "Escape" && end());
}
