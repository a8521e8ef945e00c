"use strict";
// A click on a column's name sorts by it, the next one the other way round, the third restores the order; groups stay together.
for (const table of document.querySelectorAll("table")) {
  if (!table.tHead) {
    continue;
  }
  const bodies = [...table.tBodies].filter(body => !body.classList.contains("group"));
  const original = bodies.map(body => [...body.rows]);
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.number === undefined ? cell.textContent : Number(cell.dataset.number);
  };
  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") {
      return a < b ? -1 : a > b ? 1 : 0;
    }
    return typeof a === typeof b ? a.localeCompare(b, "en", {numeric: true}) : typeof a === "number" ? -1 : 1;
  };
  heads.forEach((head, column) => head.querySelector("button")?.addEventListener("click", () => {
    const before = head.getAttribute("aria-sort");
    const next = before === "ascending" ? "descending" : before === "descending" ? "none" : "ascending";
    heads.forEach(other => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", next);
    const sign = next === "descending" ? -1 : 1;
    bodies.forEach((body, i) => {
      const sorted = next === "none" ? original[i] : [...original[i]].sort((a, b) => {
        // cells without a value stay at the end
        const missing = a.cells[column].hasAttribute("data-missing") - b.cells[column].hasAttribute("data-missing");
        return missing || sign * compare(key(a, column), key(b, column));
      });
      body.append(...sorted);
    });
  }));
}
// A fading edge says that a table goes on there.
for (const box of document.querySelectorAll(".scroll")) {
  const look = () => {
    box.classList.toggle("more-below", box.scrollTop + box.clientHeight < box.scrollHeight - 2);
    box.classList.toggle("more-right", box.scrollLeft + box.clientWidth < box.scrollWidth - 2);
  };
  box.addEventListener("scroll", look, {passive: true});
  new ResizeObserver(look).observe(box);
}
for (const button of document.querySelectorAll(".copy")) {
  button.addEventListener("click", () => {
    const done = () => { button.textContent = "copied"; };
    navigator.clipboard?.writeText(button.dataset.copy).then(done, () => { button.textContent = button.dataset.copy; });
  });
}
