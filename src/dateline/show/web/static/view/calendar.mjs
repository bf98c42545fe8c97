// Days as they stand in addresses (2016-12-13) in, arithmetic and words out; no clock and no time zone plays a part.

const DAY = 86_400_000;

/** Days since the beginning of 1970. */
export const toNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);

/** The day of a number. */
export const fromNumber = (number) => new Date(number * DAY).toISOString().slice(0, 10);

/** A day some days later. */
export const later = (day, days) => fromNumber(toNumber(day) + days);

/** True for words that are a day. */
export const isDay = (words) => /^\d{4}-\d{2}-\d{2}$/.test(words ?? "") && !Number.isNaN(Date.parse(words));

/** A day in words of the page's language. */
export function inWords(day, language, style = { day: "numeric", month: "long", year: "numeric" }) {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...style, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** The days of an event in words; open ends are said. */
export function spanInWords(first, last, language, words) {
  const short = (day) => inWords(day, language, { day: "numeric", month: "short", year: "numeric" });
  if (first && last) return first === last ? short(first) : `${short(first)} – ${short(last)}`;
  if (first) return `${words.from} ${short(first)}`;
  return last ? `${words.by} ${short(last)}` : words.undated;
}
