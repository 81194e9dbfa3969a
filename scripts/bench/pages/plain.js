/** The floor: a script that works one product out and shows it. */

const place = document.querySelector("therapy-calculator");
place.textContent = (2 * 30.06).toFixed(2);
place.dataset.state = "answered";
