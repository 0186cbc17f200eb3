import type { Case } from './mistake-cases.ts';
import { members, policy, toCase } from './mistake-cases.ts';

/** Mistakes in entries and numbers. */
export const entriesAndNumbersCases: readonly Case[] = [
  // entries
  toCase('an unknown handle', members('bud'), 'error g.yaml:5:5 unknown-handle'),
  toCase('an unknown team', members('team:alto'), 'error g.yaml:5:5 unknown-team'),
  toCase('a team by its key', members('team: altos'), 'warning g.yaml:5:5 listed-twice'),
  toCase('a space after lid:', members('lid: 330631678702157'), 'error g.yaml:5:5 bad-entry'),
  toCase('an address', members('447700900002@s.whatsapp.net'), 'error g.yaml:5:5 bad-entry'),
  toCase('a word that is nothing', members('"ana!"'), 'error g.yaml:5:5 bad-entry'),
  toCase('a list in a list', members('[ana]'), 'error g.yaml:5:5 bad-entry'),
  toCase('nothing', members(''), 'error g.yaml:5:5 bad-entry'),
  toCase('true', members('true'), 'error g.yaml:5:5 bad-phone'),
  toCase('a LID with letters', members('lid:12a'), 'error g.yaml:5:5 bad-entry'),
  toCase('a team without a name', members('"team:"'), 'error g.yaml:5:5 bad-entry'),
  toCase('an entry without a person', members('{ until: 2026-12-31 }'), 'error g.yaml:5:5 missing-key'),
  toCase(
    'an unknown key of an entry',
    members('{ person: ana, untill: 2026-12-31 }'),
    'error g.yaml:5:20 unknown-key',
  ),
  toCase(
    'a day that does not exist',
    members('{ person: ana, until: 2026-02-30 }'),
    'error g.yaml:5:27 wrong-value',
  ),
  toCase(
    'a day in another form',
    members('{ person: ana, until: 31.12.2026 }'),
    'error g.yaml:5:27 wrong-value',
  ),
  toCase('another by', members('{ person: ana, by: mail }'), 'error g.yaml:5:24 wrong-value'),
  toCase(
    'an end for a LID',
    members('{ person: "lid:330631678702157", until: 2026-12-31 }'),
    'error g.yaml:5:5 bad-entry',
  ),
  toCase(
    'putting a team back',
    members('{ person: team:altos, readd: 2026-12-31 }'),
    'error g.yaml:5:5 conflicting-entries',
    'error g.yaml:5:34 bad-entry',
  ),
  // numbers
  toCase('no country', members('"0812 3456 7890"'), 'error g.yaml:5:5 no-country'),
  toCase('an unquoted number without +', members('447700900009'), 'error g.yaml:5:5 unquoted-phone'),
  toCase('an unquoted number with a zero', members('07700900009'), 'error g.yaml:5:5 unquoted-phone'),
  toCase('a number that is too short', members('"+44 7700"'), 'error g.yaml:5:5 bad-phone'),
  toCase('a number in words', members('"+44 7700 900 x"'), 'error g.yaml:5:5 bad-phone'),
  toCase('two spellings in one list', members('"+55 20 8765-4321"'), 'error g.yaml:5:5 two-spellings'),
  // lists
  toCase('the same twice', members('caio'), 'warning g.yaml:5:5 listed-twice'),
  toCase(
    'the same twice with another end',
    members('{ person: caio, until: 2026-12-31 }'),
    'error g.yaml:5:5 conflicting-entries',
  ),
  toCase(
    'an end under additive',
    { ...members('{ person: "+44 7700 900009", until: 2026-12-31 }'), ...policy('timezone: UTC') },
    'warning g.yaml:5:5 until-without-effect',
  ),
  toCase(
    'a date without a zone',
    { ...members('{ person: "+44 7700 900009", until: 2026-12-31 }'), ...policy('manage: exact') },
    'error g.yaml:5:5 no-timezone',
  ),
];
