import { creationOf } from '../support/creation.ts';
import type { Change } from '../../src/domain/plan/change.ts';
import type { Lid } from '../../src/domain/people/person.ts';
import { toView } from '../../src/view/to-view.ts';
import type { View } from '../../src/view/view.ts';
import { changesOf, desiredGroup, groupPlan, inputOf, listed, person, planOf } from './sample-plans.ts';

/** Names that would be markup, links, mentions or scripts if anybody let them. */
export const hostileNames: readonly string[] = [
  '<script>document.title="owned"</script>',
  '<img src=x onerror="document.title=\'owned\'">',
  '"><svg onload=document.title="owned">',
  '</title></style><script>document.title="owned"</script>',
  '[click](javascript:alert(1)) ![x](https://example.org/x.png)',
  'https://example.org www.example.org mail@example.org',
  '@everyone #1 GH-1 deadbeefdeadbeefdeadbeefdeadbeefdeadbeef :smile: $x$',
  '# heading\n- item\n```\n---\n| a | b |',
  '</details><h1>Nothing to see</h1>',
  '`code` **bold** _it_ ~~no~~ &amp; &#60;b&#62;',
  '::error file=a::x',
  '\u202eevil\u202c שלום',
];

/** A plan in which everything that others write is this text. */
export function viewOf(text: string): View {
  const desired = desiredGroup('a.yaml', text);
  const { of, set } = changesOf(desired);
  const named = { ...person(1), name: text };
  const group = groupPlan(desired, {
    changes: [
      of('add', named, listed(`team:${text}`)),
      of('promote', named, listed(text), { needs: [{ action: 'add', person: named.key }] }),
      of('remove', { ...person(2), name: text }, { kind: 'unlisted' }),
      set('name', text, `${text}.`),
      set('topic', `${text}\nsame`, `x\n${text}\nsame`),
      {
        action: 'set',
        group: desired.id,
        setting: 'photo',
        before: { kind: 'none' },
        after: { kind: 'file', path: `photos/${text}` },
        why: { kind: 'differs' },
      } as Change,
    ],
    leftAlone: [
      { reason: 'owner', change: of('remove', { ...person(3), name: text }, { kind: 'unlisted' }) },
    ],
    scheduled: [
      { change: of('remove', named, { kind: 'ended', until: '2026-12-31', via: [text] }), on: '2027-01-01' },
    ],
    notices: [{ kind: 'lid-known', lid: '330631678702157' as Lid, person: named }],
  });
  const lost = groupPlan(desiredGroup('b.yaml', text), {
    reading: { kind: 'unreadable', reason: 'failed', text },
  });
  const forge = 'https://forge.example/clara/choir';
  const occasion = {
    commit: { id: text, address: `${forge}/commit/5f3c` },
    pullRequest: { number: 12, title: text, address: `${forge}/pull/12` },
    author: text,
    page: `${forge}/runs/4711#artifacts`,
    files: `${forge}/raw/5f3c/`,
  };
  const about = { now: Date.UTC(2026, 5, 2, 12), occasion };
  return toView(
    inputOf(planOf([group, lost], { toCreate: [creationOf(desired)] }), { about, isOneOfSeveral: true }),
  );
}
