// Python in a worker of its own: the page never hangs, and what does not end can be ended.
// What does not end by itself is ended after so many seconds; loading takes as long as it takes.
const SECONDS = { check: 10, cell: 90, catch: 10 };
const tooLong = (seconds) => ({
  verdict: "timeout", seconds, output: "",
  message: "The loop is inside one call, so its line is not known. Is something far too large, or without an end?",
});

export class Python {
  #worker;
  #ready;
  #answer;
  #turn = Promise.resolve();
  isLoaded = false;
  draws = false;

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

  // One task after the other; worker.mjs says what there is.
  run(asked) {
    const turn = this.#turn.then(() => this.#runNow(asked));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #runNow(asked) {
    let timer;
    const answered = new Promise((resolve) => { this.#answer = resolve; });
    const begun = this.start().then(() => {
      const seconds = SECONDS[asked.task];
      if (seconds) timer = setTimeout(() => this.end(tooLong(seconds)), 1000 * seconds);
      this.#worker.postMessage(asked);
      return answered;
    });
    const result = await Promise.race([answered, begun]);
    clearTimeout(timer);
    this.#answer = undefined;
    if (result.verdict === "crashed") this.end();
    else if (asked.task === "drawings") this.draws = true;
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
    this.isLoaded = this.draws = false;
  }
}
