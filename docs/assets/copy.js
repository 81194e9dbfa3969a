/**
 * Put text on the clipboard, without a secure context too. A page over plain http has no
 * `navigator.clipboard`; there the old command serves, and where that is refused the text is
 * left selected.
 * @param {string} text
 * @param {HTMLTextAreaElement} area hidden until it is needed
 * @returns {Promise<boolean>} whether it was copied; if not, the text stands selected in the area
 */
export async function copy(text, area) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, area);
  }
}

/**
 * @param {string} text
 * @param {HTMLTextAreaElement} area
 * @returns {boolean}
 */
function copySelected(text, area) {
  const focused = document.activeElement;
  area.value = text;
  area.hidden = false;
  area.select();
  // Deprecated, and the only way without a secure context.
  const isCopied = document.execCommand("copy");
  if (!isCopied) return false;
  area.hidden = true;
  if (focused instanceof HTMLElement) focused.focus();
  return true;
}
