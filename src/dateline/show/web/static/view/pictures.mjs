// Pictures out: buttons that save what is shown as SVG or PNG, with title, days, filter and source; and one that copies the address.

const SCALE = 2;

/** Let the buttons of `root` work; `address` gives where the server draws the same picture as SVG. */
export function offerPictures(root, { words, title, address }) {
  const name = (kind) => `${title().toLowerCase().replace(/[^\p{L}\d]+/gu, "-")}.${kind}`;
  const picture = root.dataset.picture;
  root.querySelector("[data-do=svg]")?.addEventListener("click", async () => save(await svg(address(picture)), name("svg")));
  root.querySelector("[data-do=png]")?.addEventListener("click", async () => save(await png(await svg(address(picture))), name("png")));
  root.querySelector("[data-do=copy]")?.addEventListener("click", (event) => copyLink(event.currentTarget, words));
}

async function svg(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Blob([await answer.text()], { type: "image/svg+xml" });
}

/** Draw an SVG onto a canvas: it needs no other file, so the canvas stays readable. */
async function png(blob) {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function copyLink(button, words) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = words.copied;
  } catch {
    prompt(words.copy, location.href); // a page without a clipboard shows the address to copy by hand
  }
  setTimeout(() => (button.textContent = before), 2000);
}
