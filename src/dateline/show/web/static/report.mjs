// A report's text: what is marked is switched here and kept in the address; a claim in the margin lights its words.
const report = document.getElementById("report");

document.getElementById("layers").addEventListener("change", (event) => {
  const hidden = [...event.currentTarget.elements].filter((box) => !box.checked).map((box) => box.name);
  report.dataset.hide = hidden.join(" ");
  const address = new URL(location);
  address.searchParams.set("hide", hidden.join(","));
  history.replaceState(null, "", address);
});

function light(item, on) {
  for (const words of report.querySelectorAll(`.m[data-ids~="${CSS.escape(item.dataset.claim)}"]`)) {
    words.classList.toggle("lit", on);
  }
}
for (const item of report.querySelectorAll(".margin [data-claim]")) {
  for (const name of ["pointerenter", "focusin"]) item.addEventListener(name, () => light(item, true));
  for (const name of ["pointerleave", "focusout"]) item.addEventListener(name, () => light(item, false));
}
