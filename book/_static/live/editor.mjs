// The editor of an exercise: a text field with colored code behind it, and keys that suit Python.
import { createEditor, defaultCommands, editHistory, insertText } from "../prism-code-editor/editor.mjs";

// Tab moves on like everywhere, unless it stands before the text of a line that is being written, or
// lines are selected: then it indents. So a reader who comes by keyboard also leaves by keyboard.
function indents({ value, selectionStart: start, selectionEnd: end }) {
  if (value.slice(start, end).includes("\n")) return true;
  const lineStart = value.lastIndexOf("\n", start - 1) + 1;
  const [line] = value.slice(lineStart).split("\n", 1);
  return line !== "" && value.slice(lineStart, start).trim() === "";
}

function style() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("../prism-code-editor/layout.css", import.meta.url);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error("its style sheet is missing"));
    document.head.prepend(link);
  });
}

await style();

export function edit(box, code, { label, change, shortcut }) {
  const frame = document.createElement("div");
  const options = { language: "python", value: code, tabSize: 4, insertSpaces: true, wordWrap: true, onUpdate: change };
  const editor = createEditor(frame, options, defaultCommands([]), editHistory());
  const field = editor.textarea;
  let isWriting = false;
  field.setAttribute("aria-label", label);
  field.addEventListener("focus", () => { isWriting = false; });
  field.addEventListener("input", () => { isWriting = true; });
  field.addEventListener("keydown", (event) => {
    shortcut(event);
    if (event.key === "Tab" && !(isWriting && indents(field))) event.stopImmediatePropagation();
  }, true);
  box.replaceChildren(...frame.children);
  return {
    field,
    replace: (text) => insertText(editor, text, 0, editor.value.length),
    focus(start, end) {
      field.focus();
      field.setSelectionRange(start, end);
    },
  };
}
