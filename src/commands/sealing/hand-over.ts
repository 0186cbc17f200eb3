import { UsageError } from '../../errors.ts';
import { peopleKeyVariable } from '../../files/open-people.ts';
import type { KeptOutside } from '../../files/write-outside.ts';
import { checkOutside, writeOutside } from '../../files/write-outside.ts';
import type { Io } from '../../io.ts';
import type { PeopleKey } from '../../sealing/people-key.ts';
import { formatPeopleKey } from '../../sealing/people-key.ts';
import { escapeInline, say } from '../../safe/inline.ts';
import type { Words } from '../../words/words.ts';

/** How a new private key reaches whoever asked for it. */
export interface KeyWay {
  /** Prints what is no key: beside it, never where it goes. */
  readonly tell: (text: string) => void;
  /** Hands it over, and says where it belongs. Throws `UsageError` and `StorageError` where its file cannot be written. */
  readonly give: (pair: PeopleKey, words: Words) => void;
}

/**
 * Finds a way before there is anything to hand over: a file that only its owner reads, outside of every repository; a
 * terminal; a pipe to the command that keeps it. Throws `UsageError` where the key would end in a log or in a file that is
 * there for others.
 */
export function findKeyWay(
  file: string | undefined,
  { groups, command }: { readonly groups: string; readonly command: string },
  io: Io,
): KeyWay {
  if (file !== undefined) return toFileWay(file, groups, io);
  const outlet = io.secretOutlet?.();
  if (!outlet) {
    throw new UsageError(
      `The private key would end in a file or a log that others may read. Name a file of its own: rollcall ${command} --file ~/rollcall-people-key; or hand it to the command that keeps it: rollcall ${command} | gh secret set ${peopleKeyVariable} --env rollcall`,
    );
  }
  const tell = outlet.kind === 'terminal' ? io.out : io.err;
  return {
    tell,
    give(pair, { sealing }) {
      const { key } = sealing;
      const text = `${formatPeopleKey(pair)}\n`;
      if (outlet.kind === 'terminal') {
        tell(`${key.shown}\n\n`);
        outlet.print(`${text}\n`);
      } else {
        outlet.print(text);
        tell(`${key.piped}\n`);
      }
      tellPlace(tell, key);
    },
  };
}

function toFileWay(file: string, groups: string, io: Io): KeyWay {
  const kept: KeptOutside = {
    groups,
    why: 'whoever has the private key reads every number that is sealed. Name a file elsewhere, like ~/rollcall-people-key.',
  };
  checkOutside(file, kept);
  return {
    tell: io.out,
    give(pair, { sealing: { key } }) {
      writeOutside(file, `${formatPeopleKey(pair)}\n`, kept);
      io.out(`${key.filed(escapeInline(file))}\n`);
      tellPlace(io.out, key);
    },
  };
}

function tellPlace(tell: (text: string) => void, key: Words['sealing']['key']): void {
  tell(`${key.place(say`ROLLCALL_PEOPLE_KEY`)}\n${key.loss}\n`);
}
