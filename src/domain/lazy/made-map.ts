/**
 * Maps that are made when somebody looks into them, and of which only those that were looked at last are held. What a large
 * account's groups consist of takes a tenth of the memory of the maps that people are looked up in, and hardly ever is more
 * than one group looked at a time.
 */
export class Shelf {
  readonly #most: number;
  readonly #held = new Map<object, ReadonlyMap<unknown, unknown>>();
  #entries = 0;

  /** `most`: so many entries all maps together that are held may have; one map is held however large it is. */
  constructor(most: number) {
    this.#most = most;
  }

  /** A map of so many entries; `make` gives the same ones each time, in the same order. */
  toMap<Key, Value>(size: number, make: () => ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
    return new MadeMap(size, (map) => this.#find(map, make));
  }

  #find<Key, Value>(
    owner: MadeMap<Key, Value>,
    make: () => ReadonlyMap<Key, Value>,
  ): ReadonlyMap<Key, Value> {
    const held = this.#held.get(owner) as ReadonlyMap<Key, Value> | undefined;
    if (held) return held;
    this.#makeRoom(owner.size);
    const made = make();
    this.#held.set(owner, made);
    this.#entries += owner.size;
    return made;
  }

  /** What was made first goes first. */
  #makeRoom(size: number): void {
    for (const [owner, map] of this.#held) {
      if (this.#entries + size <= this.#most) return;
      this.#held.delete(owner);
      this.#entries -= map.size;
    }
  }
}

/** A `Map` to whoever asks what it is; of its own it has nothing. */
class MadeMap<Key, Value> extends Map<Key, Value> {
  readonly #size: number;
  readonly #find: (map: MadeMap<Key, Value>) => ReadonlyMap<Key, Value>;

  constructor(size: number, find: (map: MadeMap<Key, Value>) => ReadonlyMap<Key, Value>) {
    super();
    this.#size = size;
    this.#find = find;
  }

  override get size(): number {
    return this.#size;
  }

  override get(key: Key): Value | undefined {
    return this.#find(this).get(key);
  }

  override has(key: Key): boolean {
    return this.#find(this).has(key);
  }

  override keys(): MapIterator<Key> {
    return this.#find(this).keys();
  }

  override values(): MapIterator<Value> {
    return this.#find(this).values();
  }

  override entries(): MapIterator<[Key, Value]> {
    return this.#find(this).entries();
  }

  override [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  override forEach(tell: (value: Value, key: Key, map: Map<Key, Value>) => void): void {
    for (const [key, value] of this.#find(this)) tell(value, key, this);
  }
}
