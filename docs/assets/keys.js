/**
 * Keys of the whole page: undo and redo outside of a text being edited, and the list of keys. A
 * browser's own undo goes first: as long as the field in focus holds another text than it did when
 * focus came, Ctrl+Z is the browser's.
 */

import { find } from "./find.js";

/** @typedef {{ undo: () => boolean, redo: () => boolean }} Steps each says whether there was one */

const FIELDS = "input:not([type=checkbox]), textarea, select, [contenteditable]";

export class Keys {
  /**
   * @param {HTMLElement} root
   * @param {Steps} steps
   */
  constructor(root, steps) {
    this.root = root;
    this.steps = steps;
    this.before = "";
    this.list = find(root, "dialog.keys", HTMLDialogElement);
    this.isOn = find(this.list, "[type=checkbox]", HTMLInputElement);
    root.addEventListener("focusin", ({ target }) => {
      this.before = isText(target) ? target.value : "";
    });
    root.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("keydown", (event) => this.asked(event));
    find(root, ".show-keys", HTMLButtonElement).addEventListener("click", () => this.show());
    const close = find(this.list, "button", HTMLButtonElement);
    close.addEventListener("click", () => this.list.close());
  }

  show() {
    if (!this.list.open) this.list.showModal();
  }

  /** @param {KeyboardEvent} event */
  asked(event) {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (key !== "?" || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
    if (!this.isOn.checked || (target instanceof Element && target.closest(FIELDS))) return;
    event.preventDefault();
    this.show();
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const { target, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (!(ctrlKey || metaKey) || altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    const isUndo = key === "z" && !shiftKey;
    const isRedo = (key === "z" && shiftKey) || (key === "y" && !shiftKey);
    if (!(isUndo || isRedo) || (isText(target) && target.value !== this.before)) return;
    const isDone = isUndo ? this.steps.undo() : this.steps.redo();
    if (!isDone) return;
    event.preventDefault();
    this.before = isText(target) ? target.value : "";
    // The row that had focus may be gone.
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    find(this.root, ".undo", HTMLButtonElement).focus();
  }
}

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement | HTMLTextAreaElement}
 */
function isText(target) {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== "checkbox";
}
