// Days along a line: first and last day and a width in, places of days and ticks out.

import { fromNumber, inWords, later, toNumber } from "../view/calendar.mjs";

const STEPS = [1, 2, 7, 14];
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];
const ROOM = 86; // pixels a tick's words take at least

export class Axis {
  constructor(first, last, left, right) {
    Object.assign(this, { first, last, left, right, from: toNumber(first), days: toNumber(last) - toNumber(first) + 1 });
  }

  get perDay() {
    return (this.right - this.left) / this.days;
  }

  /** The left edge of a day. */
  x(day) {
    return this.left + (toNumber(day) - this.from) * this.perDay;
  }

  /** The day at a place, kept within the axis. */
  day(x) {
    const number = this.from + Math.floor((x - this.left) / this.perDay);
    return fromNumber(Math.min(this.from + this.days - 1, Math.max(this.from, number)));
  }

  /** Days to write on the axis, with their words; the year stands where it is new. */
  ticks(language) {
    let year = "";
    return this.tickDays().map((day) => {
      const style = this.monthly ? { month: "short" } : { day: "numeric", month: "short" };
      const whole = this.yearly ? day.slice(0, 4) : inWords(day, language, day.slice(0, 4) === year ? style : { ...style, year: "numeric" });
      year = day.slice(0, 4);
      return { day, words: whole, x: this.x(day) };
    });
  }

  tickDays() {
    const fits = (days) => days * this.perDay >= ROOM;
    const step = STEPS.find(fits);
    this.monthly = !step;
    this.yearly = false;
    if (step) return Array.from({ length: Math.ceil(this.days / step) }, (_, at) => fromNumber(this.from + at * step));
    const months = MONTHS.find((one) => fits(one * 30.4)) ?? 240;
    this.yearly = months >= 12;
    return this.months().filter((day) => (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) % months === 0);
  }

  months() {
    const found = [];
    for (let day = `${this.first.slice(0, 7)}-01`; day <= this.last; day = `${later(day, 31).slice(0, 7)}-01`) if (day >= this.first) found.push(day);
    return found;
  }
}
