
"use strict";

// Everything is in the page without this: here the table gets search, order and a download.
const table = document.getElementById("rows");

if (table) {
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, words: row.textContent.toLowerCase() }));
  const headings = [...table.tHead.rows[0].cells];
  const names = headings.map((heading) => heading.textContent);
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const number = (count) => count.toLocaleString("en");

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    let count = 0;
    for (const one of rows) {
      one.row.hidden = !words.every((word) => one.words.includes(word));
      count += one.row.hidden ? 0 : 1;
    }
    found.textContent = count === rows.length
      ? `${number(count)} rows`
      : `${number(count)} of ${number(rows.length)} rows`;
  };

  const sort = (column) => {
    const heading = headings[column];
    const up = heading.getAttribute("aria-sort") !== "ascending";
    headings.forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    const text = new Map(rows.map(({ row }) => [row, row.cells[column].textContent]));
    rows.sort((a, b) => (up ? 1 : -1) * compare(text.get(a.row), text.get(b.row)));
    body.append(...rows.map(({ row }) => row));
  };

  // A spreadsheet takes a cell that begins so for a formula, also behind white space and in wide letters.
  const cell = (text) => `"${(/^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text).replaceAll("\"", "\"\"")}"`;

  const download = () => {
    const lines = [names, ...rows.filter(({ row }) => !row.hidden)
      .map(({ row }) => [...row.cells].map((one) => one.textContent))]
      .map((cells) => `${cells.map(cell).join(",")}\r\n`);
    const link = document.createElement("a");
    // The mark at the beginning tells Excel that this is UTF-8.
    link.href = URL.createObjectURL(new Blob(["\ufeff", ...lines], { type: "text/csv;charset=utf-8" }));
    link.download = "not-accepted.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = names[column];
    button.addEventListener("click", () => sort(column));
    heading.replaceChildren(button);
  });
  search.addEventListener("input", show);
  document.getElementById("download").addEventListener("click", download);
  document.getElementById("tools").hidden = false;
  show();
}
