/** A map that keeps the `limit` entries used last, for what is costly to make and cheap to make again. */
export class Latest<Value> {
  readonly #entries = new Map<string, Value>()

  constructor(readonly limit: number) {}

  get size(): number {
    return this.#entries.size
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key)
  }

  /** What is kept under `key`, made by `make` if it is not there. */
  getOrMake(key: string, make: () => Value): Value {
    const kept = this.#entries.get(key)
    const value = kept ?? make()
    // A Map remembers the order of insertion, so what is used moves to the end and the first is the oldest.
    if (kept !== undefined) this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size > this.limit) this.#entries.delete(this.#entries.keys().next().value!)
    return value
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }
}
