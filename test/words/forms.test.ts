import { describe, expect, it } from 'vitest';
import type { PersonAction } from '../../src/domain/plan/change.ts';
import type { LeftAloneReason } from '../../src/domain/plan/left-alone.ts';
import type { Inline } from '../../src/safe/inline.ts';
import { say } from '../../src/safe/inline.ts';
import { english } from '../../src/words/english/english.ts';
import { indonesian } from '../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../src/words/portuguese/portuguese.ts';
import { tell } from '../../src/words/reason-words.ts';
import type { Words } from '../../src/words/words.ts';
import type { RefusalView } from '../../src/view/group-view.ts';

const one = { names: say`Ana`, count: 1 };
const two = { names: say`Ana & Budi`, count: 2 };
const here = { places: say`“Altos”`, count: 1 };
const five = { places: say`“Altos”`, count: 5 };
const places = { places: say`“Altos” (5) & “Tour” (1)` };

const since = (reason: LeftAloneReason) => (words: Words) => words.report.since(say`1`, reason);
const left = (count: number) => (words: Words) =>
  tell(words.reasons.leftAlone.left.report, { count, isLoss: false });

type Table = readonly (readonly [of: (words: Words) => Inline, en: string, id: string, pt: string])[];

/** What the languages say, in the order of a table's columns. */
function speak(table: Table): Inline[][] {
  return table.map(([of]) => [english, indonesian, portuguese].map(of));
}

function findForms(table: Table): string[][] {
  return table.map(([, ...forms]) => forms);
}

function refusal(limit: RefusalView['limit'], count: number, scope: 'group' | 'run' = 'group') {
  return { limit, scope, count, allowed: 2 } as RefusalView;
}

describe('one and more', () => {
  it('people to whom something happens', () => {
    const of =
      (table: 'people' | 'done' | 'notDone', action: PersonAction, who: typeof one) => (words: Words) =>
        words.report[table][action](who);
    const table: Table = [
      [of('people', 'add', one), 'Ana is added.', 'Ana ditambahkan.', 'Adicionar Ana.'],
      [of('people', 'add', two), 'Ana & Budi are added.', 'Ana & Budi ditambahkan.', 'Adicionar Ana & Budi.'],
      [of('people', 'remove', one), 'Ana is removed.', 'Ana dikeluarkan.', 'Remover Ana.'],
      [
        of('people', 'remove', two),
        'Ana & Budi are removed.',
        'Ana & Budi dikeluarkan.',
        'Remover Ana & Budi.',
      ],
      [of('people', 'promote', one), 'Ana becomes an admin.', 'Ana menjadi admin.', 'Tornar Ana admin.'],
      [
        of('people', 'promote', two),
        'Ana & Budi become admins.',
        'Ana & Budi menjadi admin.',
        'Tornar Ana & Budi admins.',
      ],
      [
        of('people', 'demote', one),
        'Ana stays, but is no longer an admin.',
        'Ana tetap di grup, tetapi bukan admin lagi.',
        'Passar Ana de admin a membro.',
      ],
      [
        of('people', 'demote', two),
        'Ana & Budi stay, but are no longer admins.',
        'Ana & Budi tetap di grup, tetapi bukan admin lagi.',
        'Passar Ana & Budi de admin a membro.',
      ],
      [of('done', 'add', one), 'Ana was added.', 'Ana sudah ditambahkan.', 'Adição de Ana.'],
      [
        of('done', 'remove', two),
        'Ana & Budi were removed.',
        'Ana & Budi sudah dikeluarkan.',
        'Remoção de Ana & Budi.',
      ],
      [of('done', 'promote', one), 'Ana is an admin now.', 'Ana sudah menjadi admin.', 'Ana agora é admin.'],
      [
        of('done', 'promote', two),
        'Ana & Budi are admins now.',
        'Ana & Budi sudah menjadi admin.',
        'Ana & Budi agora são admins.',
      ],
      [
        of('done', 'demote', two),
        'Ana & Budi stay, but are no longer admins.',
        'Ana & Budi tetap di grup, tetapi bukan admin lagi.',
        'Ana & Budi continuam no grupo, mas não são mais admins.',
      ],
      [of('notDone', 'add', one), 'Ana is not added', 'Ana tidak ditambahkan', 'Ana fica de fora'],
      [
        of('notDone', 'add', two),
        'Ana & Budi are not added',
        'Ana & Budi tidak ditambahkan',
        'Ana & Budi ficam de fora',
      ],
      [of('notDone', 'remove', one), 'Ana is not removed', 'Ana tidak dikeluarkan', 'Ana continua no grupo'],
      [
        of('notDone', 'remove', two),
        'Ana & Budi are not removed',
        'Ana & Budi tidak dikeluarkan',
        'Ana & Budi continuam no grupo',
      ],
      [
        of('notDone', 'promote', one),
        'Ana does not become an admin',
        'Ana tidak menjadi admin',
        'Ana não vira admin',
      ],
      [
        of('notDone', 'promote', two),
        'Ana & Budi do not become admins',
        'Ana & Budi tidak menjadi admin',
        'Ana & Budi não viram admins',
      ],
      [
        of('notDone', 'demote', two),
        'Ana & Budi remain admins',
        'Ana & Budi tetap menjadi admin',
        'Ana & Budi continuam admins',
      ],
    ];
    expect(speak(table)).toEqual(findForms(table));
  });

  it('the first sentence', () => {
    const table: Table = [
      [
        ({ report: { headline } }) => headline.merging(undefined, undefined),
        'Merging removes nobody and makes nobody an admin.',
        'Merge ini tidak mengeluarkan siapa pun dan tidak menjadikan siapa pun admin.',
        'O merge não remove ninguém e não torna ninguém admin.',
      ],
      [
        ({ report: { headline } }) => headline.merging(here, undefined),
        'Merging removes 1 person from “Altos” and makes nobody an admin.',
        'Merge ini mengeluarkan 1 orang dari “Altos” dan tidak menjadikan siapa pun admin.',
        'O merge remove 1 pessoa de “Altos” e não torna ninguém admin.',
      ],
      [
        ({ report: { headline } }) => headline.merging(five, here),
        'Merging removes 5 people from “Altos”, and makes 1 new admin in “Altos”.',
        'Merge ini mengeluarkan 5 orang dari “Altos” serta menjadikan 1 orang admin di “Altos”.',
        'O merge remove 5 pessoas de “Altos” e torna 1 pessoa admin em “Altos”.',
      ],
      [
        ({ report: { headline } }) => headline.merging(undefined, places),
        'Merging removes nobody, but makes new admins in “Altos” (5) & “Tour” (1).',
        'Merge ini tidak mengeluarkan siapa pun, tetapi menjadikan orang admin di “Altos” (5) & “Tour” (1).',
        'O merge não remove ninguém, mas torna pessoas admins em “Altos” (5) & “Tour” (1).',
      ],
      [
        ({ report: { headline } }) => headline.notAdded(1, 1, one.names),
        'The one person to be added was not added: Ana.',
        'Satu-satunya orang yang akan ditambahkan tidak jadi ditambahkan: Ana.',
        'A única pessoa que seria adicionada não foi: Ana.',
      ],
      [
        ({ report: { headline } }) => headline.notAdded(3, 12, one.names),
        '3 of the 12 additions did not happen: Ana.',
        '3 dari 12 penambahan tidak terjadi: Ana.',
        '3 das 12 adições não aconteceram: Ana.',
      ],
      [
        ({ report: { headline } }) => headline.notAdded(2, 2, two.names),
        'None of the 2 additions happened: Ana & Budi.',
        'Tidak satu pun dari 2 penambahan terjadi: Ana & Budi.',
        'Nenhuma das 2 adições aconteceu: Ana & Budi.',
      ],
      [
        ({ report: { headline } }) => headline.notDone(1, 4),
        '1 of the 4 changes did not happen or could not be confirmed.',
        '1 dari 4 perubahan tidak terjadi atau belum dapat dipastikan.',
        '1 das 4 mudanças não aconteceu ou não pôde ser confirmada.',
      ],
      [
        ({ report: { headline } }) => headline.stopped(1),
        'A limit stops 1 change: merging does not carry it out.',
        '1 perubahan dihentikan oleh batas: merge ini tidak melakukannya.',
        'Um limite impede 1 mudança: o merge não a faz.',
      ],
      [
        ({ report: { headline } }) => headline.others(1, 3),
        '1 of these 3 changes does not come from this pull request, but merging carries it out as well.',
        '1 dari 3 perubahan ini tidak berasal dari pull request ini, tetapi tetap dilakukan oleh merge ini.',
        '1 destas 3 mudanças não vem deste pull request, mas o merge a faz assim mesmo.',
      ],
    ];
    expect(speak(table)).toEqual(findForms(table));
  });

  it('limits', () => {
    const table: Table = [
      [
        (words) => words.reasons.refusals.report.sentence(refusal('promotions', 1), say``),
        'In this group there would be 1 new admin; the limit is 2.',
        'Di grup ini akan ada 1 admin baru, sedangkan batasnya 2.',
        'Neste grupo seria 1 novo admin, e o limite é 2.',
      ],
      [
        (words) => words.reasons.refusals.report.sentence(refusal('removals', 1200, 'run'), say``),
        'In all groups together 1,200 people would be removed within 24 hours; the limit is 2.',
        'Di semua grup bersama-sama akan ada 1.200 orang yang dikeluarkan dalam 24 jam, sedangkan batasnya 2.',
        'Em todos os grupos juntos 1.200 pessoas seriam removidas em 24 horas, e o limite é 2.',
      ],
      [
        (words) => words.reasons.refusals.report.sentence(refusal('admins', 1), say``),
        'Only 1 admin would be left, and at least 2 must stay.',
        'Hanya 1 admin yang akan tersisa, padahal harus ada paling sedikit 2.',
        'Restaria apenas 1 admin, e é preciso haver pelo menos 2.',
      ],
    ];
    expect(speak(table)).toEqual(findForms(table));
  });

  it('what stays as it is, and who had left', () => {
    const table: Table = [
      [
        ({ report, settings }) => report.unchanged(settings.name.noun, 1),
        'the name stays as it is',
        'nama grup tetap seperti sekarang',
        'o nome fica como está',
      ],
      [
        ({ report }) => report.unchanged(say`A & B`, 2),
        'A & B stay as they are',
        'A & B tetap seperti sekarang',
        'A & B ficam como estão',
      ],
      [
        left(1),
        'was in the group and has left',
        'pernah ada di grup dan sudah keluar',
        'estava no grupo e saiu',
      ],
      [
        left(2),
        'were in the group and have left',
        'pernah ada di grup dan sudah keluar',
        'estavam no grupo e saíram',
      ],
    ];
    expect(speak(table)).toEqual(findForms(table));
  });
});

it('a day is written as people write it', () => {
  const table: Table = [
    [({ day }) => day('2026-12-01'), '1 December 2026', '1 Desember 2026', '1º de dezembro de 2026'],
    [({ day }) => day('2026-02-28'), '28 February 2026', '28 Februari 2026', '28 de fevereiro de 2026'],
  ];
  expect(speak(table)).toEqual(findForms(table));
});

it('a day beside a reason says what happened on it', () => {
  const table: Table = [
    [since('left'), 'last seen there on 1', 'terakhir terlihat di sana 1', 'última vez no grupo: 1'],
    [since('tried'), 'added on 1', 'ditambahkan 1', 'tentativa em 1'],
    [since('refused'), 'tried on 1', 'dicoba 1', 'tentativa em 1'],
    [since('not-on-whatsapp'), 'asked on 1', 'ditanyakan 1', 'consulta em 1'],
  ];
  expect(speak(table)).toEqual(findForms(table));
});
