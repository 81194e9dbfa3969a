/** The floor: a script that multiplies the units of 20 rows and shows lines and sum, no reasons. */

const ROWS = 20;
const place = document.querySelector("therapy-calculator");
const form = place.querySelector("form");
const outcome = place.querySelector(".outcome");

for (let row = 1; row <= ROWS; row += 1) {
  const field = document.createElement("input");
  field.type = "number";
  field.value = 8;
  field.ariaLabel = `Minutes, row ${row}`;
  form.append(field);
}

function show() {
  const amounts = Array.from(
    form.elements,
    ({ value }) => Math.floor((Number(value) + 7) / 15) * 30.06,
  );
  const sum = amounts.reduce((before, amount) => before + amount, 0);
  const lines = amounts.map((amount) => `<tr><td>${amount.toFixed(2)}</td></tr>`);
  outcome.innerHTML = `<p class="sentence">${sum.toFixed(2)}</p><table>${lines.join("")}</table>`;
}

form.addEventListener("input", show);
show();
place.dataset.state = "answered";
