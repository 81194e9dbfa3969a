/**
 * Hand the reader a file made in the page: no server is asked.
 * @param {string} text
 * @param {string} name
 * @param {string} type
 */
export function save(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after this turn.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
