import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { SealKey } from '../../sealing/seal-key.ts';
import { toKeyId } from '../../sealing/seal-key.ts';
import type { SealedMistake } from '../../sealing/sealed-number.ts';
import { findKeyId, findMisplaced, parseSealed } from '../../sealing/sealed-number.ts';
import { toMistake } from '../mistake.ts';
import type { Resolved } from '../resolved.ts';
import type { ParsedPerson, SealedText } from '../people/parse-people.ts';
import { findReadOnly } from '../sops/read-only.ts';
import { findPlainPlaces } from './plain-places.ts';
import { tellSealedMistake } from './sealed-texts.ts';

/** Somebody whose number is sealed. */
type SealedPerson = Pick<ParsedPerson, 'handle'> & SealedText;

function findSealedPeople({ parsed }: Resolved): readonly SealedPerson[] {
  return [...parsed.people.people.values()].flatMap(({ handle, sealed }) =>
    sealed ? { handle, ...sealed } : [],
  );
}

/** Sealed numbers that are none, are not whole, or stand where they do not open: all that is told without the private key. */
export function findBadSeals(resolved: Resolved): readonly Diagnostic[] {
  const { policy } = resolved.parsed;
  const people = findSealedPeople(resolved);
  const seal = policy?.seal;
  if (seal) return people.flatMap((person) => judge(person, seal));
  const [first] = people;
  // A key that is wrong is told of where it stands.
  return first && policy?.hasSeal === false ? [toMistake('no-seal', noSealText, first.span)] : [];
}

const noSealText =
  'A number is sealed here, and the policy does not say with which key. Put `seal:` with the public key that sealed it back into `_policy.yaml`; or make a new pair with `rollcall keygen`.';

function judge(person: SealedPerson, seal: SealKey): readonly Diagnostic[] {
  const sealed = parseSealed(person.text);
  const mistake = typeof sealed === 'string' ? sealed : findMisplaced(sealed, seal, person.handle);
  return mistake === undefined ? [] : [toBadSeal(mistake, person, seal)];
}

/** Says of a sealed number what is wrong with it. */
export function toBadSeal(
  mistake: SealedMistake,
  { handle, text, span }: SealedPerson,
  seal: SealKey,
): Diagnostic {
  const sealed = parseSealed(text);
  const own = typeof sealed === 'string' ? {} : { own: findKeyId(sealed) };
  const place = { handle, policy: toKeyId(seal.publicKey), ...own };
  return toMistake('bad-seal', tellSealedMistake(mistake, place), span);
}

/**
 * Numbers in plain text where the policy has `seal:`, whoever they are of and wherever they stand: of people, in teams, in
 * the lists of groups, among the protected. The accounts are the only ones that stay: whoever receives a message sees them.
 */
export function findPlainNumbers({ parsed, named }: Resolved): readonly Diagnostic[] {
  if (!parsed.policy?.seal) return [];
  const readOnly = findReadOnly(parsed.sources);
  return findPlainPlaces(parsed, named).map(({ handle, span }) => {
    const own = handle === undefined ? plainInListText : toPlainText(handle);
    return toMistake('plain-phone', readOnly.has(span.file) ? plainBesideText : own, span);
  });
}

const readable =
  'and the policy has `seal:`, so that no number can be read by everybody who may read the files';

function toPlainText(handle: string): string {
  return `The number of \`${handle}\` stands here in plain text, ${readable}. Seal it: \`rollcall seal ${handle}\`; all of them: \`rollcall seal --all\`. What was pushed once stays in the history.`;
}

const plainInListText = `A number stands here in plain text, ${readable}. \`rollcall seal --all\` puts a handle in its place, and the sealed number beside that into \`_people.yaml\`. What was pushed once stays in the history.`;

const plainBesideText = `A number stands here in plain text, ${readable}. SOPS has encrypted others of this file and not this one, and Rollcall never writes into it: let its rules take in \`phone\` and the lists of teams, or move the number into another file. What was pushed once stays in the history.`;
