/** Tells the styles whether the form fits into the window: only then may it stay in sight. */

const HEADER = 64; // px that the page's header covers, and a line's breath below

/** @param {HTMLElement} form */
export function watchHeight(form) {
  const look = () => {
    form.classList.toggle("fits", form.offsetHeight + HEADER <= window.innerHeight);
  };
  new ResizeObserver(look).observe(form);
  window.addEventListener("resize", look);
}
