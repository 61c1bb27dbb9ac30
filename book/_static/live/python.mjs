// Python in a worker of its own: the page never hangs, and what does not end can be ended.
const SECONDS = 10;
const TOO_LONG = {
  verdict: "timeout", seconds: SECONDS, output: "",
  message: "The loop is inside one call, so its line is not known. Is something far too large, or without an end?",
};

export class Python {
  #worker;
  #ready;
  #answer;
  #turn = Promise.resolve();
  isLoaded = false;

  // Resolves when code can be run.
  start() {
    if (this.#ready) return this.#ready;
    const worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
    this.#worker = worker;
    this.#ready = new Promise((resolve, reject) => {
      const fail = (words) => {
        if (worker === this.#worker) this.#drop();
        reject(new Error(words));
      };
      worker.onmessage = ({ data }) => {
        if (data.fatal) return fail(data.fatal);
        if (!data.ready) return this.#answer?.(data);
        this.isLoaded = true;
        return resolve();
      };
      worker.onerror = (event) => fail(event.message || "its worker did not start");
    });
    return this.#ready;
  }

  // One run after the other.
  run(name, parts) {
    const turn = this.#turn.then(() => this.#runNow(name, parts));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #runNow(name, parts) {
    let timer;
    const answered = new Promise((resolve) => { this.#answer = resolve; });
    const begun = this.start().then(() => {
      timer = setTimeout(() => this.end(TOO_LONG), 1000 * SECONDS);
      this.#worker.postMessage({ name, parts });
      return answered;
    });
    const result = await Promise.race([answered, begun]);
    clearTimeout(timer);
    this.#answer = undefined;
    if (result.verdict === "crashed") this.end();
    return result;
  }

  // End what runs, with this result, and start again in the background if it was loaded.
  end(result) {
    const wasLoaded = this.isLoaded;
    this.#drop();
    this.#answer?.(result);
    if (wasLoaded) this.start().catch(() => {});
  }

  #drop() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
    this.isLoaded = false;
  }
}
