import type { Recall } from '../../domain/past.ts';
import type { Pseudonym } from '../pseudonyms.ts';

/** Asked by key, answered by pseudonym. */
export function recall<Key, Value>(
  toName: (key: Key) => Pseudonym,
  get: (name: Pseudonym) => Value | undefined,
): Recall<Key, Value> {
  return { get: (key) => get(toName(key)), has: (key) => get(toName(key)) !== undefined };
}

/** What is made of something that is remembered; undefined where nothing is. */
export function ifAny<Value, Result>(
  value: Value | undefined,
  make: (value: Value) => Result,
): Result | undefined {
  return value === undefined ? undefined : make(value);
}
