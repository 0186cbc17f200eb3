/*
 * Ids that GOWA or WhatsApp made up during the recording are others in a replay: group ids, topic
 * ids, picture ids, invite codes. A map from the recorded to the replayed id is kept, and every later
 * use of it in a request or an answer goes through it (recordings README, "Replaying").
 */

/** The map, and the ids that the world or a request fixed before anything was made up. */
export interface IdMap {
  /** Returns a recorded text with the ids of this replay in it. Unknown ids in it become fixed. */
  inRequest(text: string): string;
  /** True if `replayed` says what `recorded` says; learns ids that are new in both. */
  agrees(recorded: string, replayed: string): boolean;
  /** Returns the replayed id of a recorded group id, if it is known. */
  find(recorded: string): string | undefined;
}

const PATTERNS = [
  /(?<![\d])120363\d{12}(?!\d)/,
  /(?<![0-9A-F])3EB0[0-9A-F]{18}(?![0-9A-F])/,
  /(?<=chat\.whatsapp\.com\/)[A-Za-z0-9]{22}(?![A-Za-z0-9])/,
  /(?<![\dA-Za-z@:/.-])1[78]\d{8}(?!\d)/,
  /(?<=\/pictures\/[^/]*\/)\d{10}(?=\.jpg)/,
];
const ANY_ID = new RegExp(PATTERNS.map((pattern) => pattern.source).join('|'), 'g');

/** Returns a map in which every id that stands in `fixed` stands for itself. */
export function createIdMap(fixed: string): IdMap {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  const learn = (recorded: string, replayed: string): void => {
    known.set(recorded, replayed);
    taken.add(replayed);
  };
  for (const id of fixed.match(ANY_ID) ?? []) learn(id, id);
  const agreesOnId = (recorded: string, replayed: string): boolean => {
    const expected = known.get(recorded);
    if (expected !== undefined) return expected === replayed;
    if (taken.has(replayed)) return false;
    learn(recorded, replayed);
    return true;
  };
  return {
    inRequest: (text) => {
      // A bare invite code has no prefix to be told by: look for the codes that are known.
      let mapped = text;
      for (const [recorded, replayed] of known) mapped = mapped.replaceAll(recorded, replayed);
      for (const id of text.match(ANY_ID) ?? []) if (!known.has(id)) learn(id, id);
      return mapped;
    },
    agrees: (recorded, replayed) => {
      const [ours, theirs] = [recorded.match(ANY_ID) ?? [], replayed.match(ANY_ID) ?? []];
      if (recorded.replace(ANY_ID, '#') !== replayed.replace(ANY_ID, '#')) return false;
      return ours.every((id, at) => agreesOnId(id, theirs[at] ?? ''));
    },
    find: (recorded) => known.get(recorded),
  };
}
