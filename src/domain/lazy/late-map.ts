/**
 * A map whose content is elsewhere, and perhaps not made yet: `find` gives it, each time that somebody asks for something. A
 * `Map` to whoever asks what it is; of its own it has nothing.
 */
export abstract class LateMap<Key, Value> extends Map<Key, Value> {
  protected abstract find(): ReadonlyMap<Key, Value>;

  override get size(): number {
    return this.find().size;
  }

  override get(key: Key): Value | undefined {
    return this.find().get(key);
  }

  override has(key: Key): boolean {
    return this.find().has(key);
  }

  override keys(): MapIterator<Key> {
    return this.find().keys();
  }

  override values(): MapIterator<Value> {
    return this.find().values();
  }

  override entries(): MapIterator<[Key, Value]> {
    return this.find().entries();
  }

  override [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  override forEach(tell: (value: Value, key: Key, map: Map<Key, Value>) => void): void {
    for (const [key, value] of this.find()) tell(value, key, this);
  }
}
