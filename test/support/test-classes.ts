/** A kind of test files, by what they do to the machine. */
interface TestClass {
  /** Paths below `test/`; the first class that has one is a file's. */
  readonly files: RegExp;
  /**
   * Milliseconds that one test or hook may take: so many that a machine with ten times the work of its cores comes to the
   * end, for a limit is there to end what hangs, and not to judge what is slow.
   */
  readonly limit: number;
}

/** From what takes long to what does not. */
const testClasses: readonly TestClass[] = [
  // Processes that are started, killed and waited for, and soaks of many runs.
  {
    files:
      /^(?:act\/|e2e\/(?:kills|create-kills|soak|faults-of-writes|full-disk)|forge\/process|scripts\/|without-a-forge\/page)/,
    limit: 600_000,
  },
  // Chromium.
  { files: /^browser\//, limit: 300_000 },
  // Commands from their arguments to their effects, with git or a server beside them.
  { files: /^(?:e2e|forge|commands|session|reading|safe|sandbox|gowa|photo|git)\//, limit: 180_000 },
  // Functions.
  { files: /^/, limit: 120_000 },
];

/** The place of a file's class among them, from 0; and its limit. `path` is relative to `test/`. */
export function classify(path: string): { readonly rank: number; readonly limit: number } {
  const rank = testClasses.findIndex(({ files }) => files.test(path));
  return { rank, limit: testClasses[rank]?.limit ?? 0 };
}
