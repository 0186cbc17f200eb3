import type { Inline } from '../../safe/inline.ts';
import { say } from '../../safe/inline.ts';
import type { View } from '../../view/view.ts';
import { tellCreation } from '../tell-creation.ts';
import type { Voice } from './voice.ts';
import { toGroupPlace, toPerson } from './voice.ts';

/** Groups that are to be made, a line each: "“Book Club” (book-club.yaml): is made with Ana; …". */
export function findCreations({ toCreate, run }: View, voice: Voice): Inline[] {
  const { words, escape } = voice;
  const told = run ? toCreate.filter(({ fate }) => fate) : toCreate;
  const form = { escape, toName: (label: Parameters<typeof toPerson>[0]) => toPerson(label, voice) };
  return told.map((group) => say`${toGroupPlace(group, voice)}: ${tellCreation(group, words, form)}.`);
}
