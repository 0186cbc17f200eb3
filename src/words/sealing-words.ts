import type { Inline } from '../safe/inline.ts';

/** Whether a new private key is still to come, and what whoever gets it must know. */
interface KeyWords {
  /** Whoever loses it loses the numbers; keep a copy. */
  readonly loss: Inline;
  /** Before the key, on a terminal. */
  readonly shown: Inline;
  /** It is in this file. */
  readonly filed: (file: Inline) => Inline;
  /** It went to the command behind the pipe. */
  readonly piped: Inline;
  /** Where it goes: the variable, and where that is set. */
  readonly place: (variable: Inline) => Inline;
}

/** What `keygen` says. */
interface KeygenWords {
  readonly question: (file: Inline) => Inline;
  readonly written: (file: Inline) => Inline;
  /** Before the line that is to be put into the policy by hand. */
  readonly line: (file: Inline) => Inline;
  readonly next: (command: Inline) => Inline;
}

/** What `seal` says of one person. */
interface SealWords {
  readonly question: (handle: Inline) => Inline;
  /** No file knows this handle. */
  readonly isNew: (handle: Inline) => Inline;
  /** They have a number already. `place`: "groups/_people.yaml:4". */
  readonly isKnown: (handle: Inline, place: Inline) => Inline;
  readonly done: (handle: Inline, place: Inline) => Inline;
  /** What stood there in plain text. */
  readonly history: Inline;
  /** Why nothing is written: what would be wrong with the files then stands above. */
  readonly broken: Inline;
}

/** What `seal --all` says. */
interface SealAllWords {
  /** A handle for a number in a list; what stands behind it there, '' for nothing; the one that an empty answer takes. */
  readonly name: (place: Inline, comment: Inline, proposal: Inline) => Inline;
  readonly summary: (numbers: number, files: number) => Inline;
  /** A handle that is new, and where its number stood. */
  readonly added: (handle: Inline, place: Inline) => Inline;
  /** Numbers that are sealed already were not opened. */
  readonly blind: Inline;
  readonly question: Inline;
  readonly nothing: Inline;
  /** Lines that still hold something like a number. */
  readonly rest: (places: Inline, more: number) => Inline;
}

/** What `seal --rotate` says. */
interface RotateWords {
  /** So many numbers, from one key to another, each by its eight letters. */
  readonly summary: (numbers: number, before: Inline, after: Inline) => Inline;
  readonly question: Inline;
  /** Both keys are needed while it goes on, and until the change is merged. */
  readonly both: (variable: Inline) => Inline;
  readonly history: Inline;
  readonly nothing: Inline;
}

/** What `seal --open` says. */
interface OpenWords {
  readonly summary: (numbers: number, files: number) => Inline;
  readonly question: Inline;
  readonly done: Inline;
}

/** What the commands about sealed numbers say. */
export interface SealingWords {
  readonly key: KeyWords;
  readonly keygen: KeygenWords;
  readonly seal: SealWords;
  readonly all: SealAllWords;
  readonly rotate: RotateWords;
  readonly open: OpenWords;
  /** A file of which one step is written and another is not. */
  readonly begun: (file: Inline) => Inline;
  /** A disk that is full, say, has stopped it. */
  readonly partly: Inline;
}
