// Fields that complete names of actors, places and outlets from the record, for pointer, keyboard and screen reader.
let counter = 0;

/** Make every `input[data-suggest]` within `root` complete names; what is chosen goes into the field named by data-name. */
export function attachSuggestions(root) {
  for (const input of root.querySelectorAll?.("input[data-suggest]:not([role])") ?? []) {
    const hidden = input.form?.elements.namedItem(input.dataset.name);
    completing(input, (chosen) => {
      input.value = chosen.name;
      if (hidden) {
        hidden.value = chosen.id;
        hidden.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
    input.addEventListener("search", () => clear(input, hidden));
    input.addEventListener("change", (event) => {
      event.stopPropagation();
      clear(input, hidden);
    });
  }
}

function clear(input, hidden) {
  if (!input.value && hidden?.value) {
    hidden.value = "";
    hidden.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** A list of things with a field to add more: returns the element; its `ids` are those chosen. */
export function tokens(kind, label, given) {
  const box = document.createElement("div");
  box.className = "tokens";
  const list = box.appendChild(document.createElement("ul"));
  const input = box.appendChild(document.createElement("input"));
  input.dataset.suggest = kind;
  input.setAttribute("aria-label", label);
  const add = ({ id, name }) => {
    const item = list.appendChild(document.createElement("li"));
    item.dataset.id = id;
    item.append(name, " ");
    const remove = item.appendChild(document.createElement("button"));
    remove.type = "button";
    remove.textContent = "×";
    remove.setAttribute("aria-label", `${name} ×`);
    remove.addEventListener("click", () => (item.remove(), input.focus()));
  };
  given.forEach(add);
  completing(input, (chosen) => (add(chosen), (input.value = "")));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Backspace" && !input.value) list.lastElementChild?.remove();
  });
  Object.defineProperty(box, "ids", { get: () => [...list.children].map((item) => item.dataset.id) });
  return box;
}

function completing(input, choose) {
  const list = document.createElement("ul");
  list.id = `suggestions-${++counter}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }
  let asked = 0;
  const shut = () => {
    asked++; // an answer still on its way must not open the list again
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (option) => {
    shut();
    choose({ id: option.dataset.id, name: option.dataset.name });
  };
  const point = (option) => {
    list.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    if (option) input.setAttribute("aria-activedescendant", option.id);
  };
  input.addEventListener("input", async () => {
    const mine = ++asked;
    const words = input.value.trim();
    if (!words) return shut();
    const found = await fetch(`/suggest/${input.dataset.suggest}?q=${encodeURIComponent(words)}`).then((answer) => answer.json(), () => []);
    if (mine !== asked || document.activeElement !== input) return;
    list.replaceChildren(...found.map((one, at) => entry(one, `${list.id}-${at}`, pick)));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!!found.length));
    point(list.firstElementChild);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const current = list.querySelector('[aria-selected="true"]');
    if (event.key === "ArrowDown") point(current?.nextElementSibling ?? list.firstElementChild);
    else if (event.key === "ArrowUp") point(current?.previousElementSibling ?? list.lastElementChild);
    else if (event.key === "Enter" && current) pick(current);
    else if (event.key === "Escape") shut();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener("blur", () => setTimeout(shut, 150));
}

function entry(one, id, pick) {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.id = one.id;
  option.dataset.name = one.name;
  option.append(one.name);
  if (one.alias) option.append(" ", Object.assign(document.createElement("small"), { textContent: one.alias }));
  option.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    pick(option);
  });
  return option;
}
