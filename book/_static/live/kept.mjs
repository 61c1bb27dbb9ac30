// What the reader has written: in this browser, or where it keeps nothing, in this page. The digest
// of the stub is in the key, so that code for an older exercise never hides a newer one.
const SITE = new URL("../../", import.meta.url).pathname;
const memory = new Map();
const keyOf = ({ name, digest }) => `course:${SITE}:${name}:${digest}`;
const passedKeyOf = (exercise) => `${keyOf(exercise)}:passed`;

function get(key) {
  try {
    return localStorage.getItem(key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}

function set(key, code) {
  memory.set(key, code);
  try {
    localStorage.setItem(key, code);
  } catch {
    // A private window, or no room: the page itself remembers.
  }
}

function remove(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept.
  }
}

export const recall = (exercise) => get(keyOf(exercise)) ?? exercise.stub;

export function keep(exercise, code) {
  if (code === exercise.stub) remove(keyOf(exercise));
  else set(keyOf(exercise), code);
}

// What stood there before the reader started over.
export const before = (exercise) => get(`${keyOf(exercise)}:before`);
export const keepBefore = (exercise, code) => set(`${keyOf(exercise)}:before`, code);

// The last code of an exercise whose check was right: the cells of the book run on it.
export const passed = (exercise) => get(passedKeyOf(exercise));
export const keepPassed = (exercise, code) => set(passedKeyOf(exercise), code);
