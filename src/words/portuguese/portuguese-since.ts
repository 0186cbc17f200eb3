import type { LowerMode } from '../../domain/origin.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, list } from '../../safe/inline.ts';
import type { ReasonWords } from '../reason-words.ts';
import { counted, toModeChange } from '../terminal-forms.ts';
import { groups, say } from './portuguese-forms.ts';

function toLess({ part, after }: LowerMode): Inline {
  if (after === 'observe') return say`agora só é relatado`;
  return part === 'members' ? say`ninguém mais é removido` : say`ninguém mais deixa de ser admin`;
}

const relaxed: ReasonWords['relaxed'] = {
  report: {
    parts: {
      members: say`quem participa`,
      admins: say`quem é admin`,
      settings: say`as configurações do grupo`,
    },
    gone: (name, nouns) =>
      say`O arquivo de ${name} não diz mais nada sobre isto: ${nouns}. No grupo fica como está, e ninguém cuida disso.`,
    observe: (name, parts) =>
      say`Em ${name}, a partir de agora isto é só observado, e não corrigido: ${parts}.`,
    additive: {
      members: (name) => say`A partir de agora ninguém é removido de ${name}.`,
      admins: (name) => say`A partir de agora ninguém deixa de ser admin de ${name}.`,
    },
  },
  terminal: ({ keys, modes }) => {
    const names = list(keys as readonly string[] as readonly Inline[], [' e ', ' e ']);
    const isMore = keys.length > 1;
    return join(
      [
        ...(keys.length > 0
          ? [
              say`${names} não ${isMore ? say`estão` : say`está`} mais nele: no grupo ${isMore ? say`ficam como estão` : say`fica como está`}`,
            ]
          : []),
        ...modes.map((mode) => say`${toModeChange(mode)}: ${toLess(mode)}`),
      ],
      '; ',
    );
  },
};

const unread: ReasonWords['unread'] = {
  policy: {
    report: (file) =>
      say`Antes deste pull request, o arquivo das regras (${file}) faltava ou tinha erros. Por isso valem os limites mais rígidos entre os de agora, os de costume e os que ainda podem ser lidos; não é certo quem era protegido; e tudo conta como mudança deste pull request.`,
    terminal: (file, base) =>
      say`${file} de ${base} falta ou tem erros: valem os limites mais rígidos entre os de agora e os que ainda podem ser lidos, senão os de costume; pode não ser possível saber quem era protegido; toda mudança conta como deste pull request`,
  },
  protected: {
    report: (file) =>
      say`Não é certo quem era protegido antes deste pull request (${file}): por favor, veja com atenção quem sai ou deixa de ser admin.`,
    terminal: (file, base) =>
      say`${file} de ${base} protege pessoas por nomes que não são conhecidos lá: veja com atenção quem sai ou deixa de ser admin`,
  },
  people: {
    report: (file) =>
      say`Antes deste pull request, o arquivo das pessoas (${file}) tinha erros. Por isso não dá para saber se o número de outra pessoa foi posto em algum nome: por favor, compare os números. Tudo o que acontece com pessoas conta como mudança deste pull request.`,
    terminal: (file, base) =>
      say`${file} de ${base} tem erros: um número trocado por trás de um nome pode não aparecer acima, então compare você mesmo; toda mudança de pessoas conta como deste pull request`,
  },
  defaults: {
    report: (file) =>
      say`Antes deste pull request, o arquivo ${file} tinha erros: tudo o que acontece nos grupos da pasta dele conta como mudança deste pull request.`,
    terminal: (file, base) =>
      say`${file} de ${base} tem erros: toda mudança dos grupos da pasta dele conta como deste pull request`,
  },
  group: {
    report: (file) =>
      say`Antes deste pull request, o arquivo ${file} tinha erros: tudo o que acontece no grupo dele conta como mudança deste pull request.`,
    terminal: (file, base) =>
      say`${file} de ${base} tem erros: toda mudança do grupo dele conta como deste pull request`,
  },
  id: {
    report: (file) =>
      say`Antes deste pull request, o arquivo ${file} tinha erros, e não dá para saber de qual grupo ele era: por favor, confira se é o mesmo. Tudo o que acontece no grupo dele conta como mudança deste pull request.`,
    terminal: (file, base) =>
      say`${file} de ${base} tem erros, e não dá para saber de qual grupo ele era, nem se o id foi trocado; toda mudança do grupo dele conta como deste pull request`,
  },
  photo: {
    report: (file) =>
      say`Antes deste pull request, a foto do arquivo ${file} não podia ser lida: a mudança dela conta como mudança deste pull request.`,
    terminal: (file, base) =>
      say`${file} de ${base} tem uma foto que não pode ser lida: a mudança dela conta como deste pull request`,
  },
};

/** What a pull request brings, and what cannot be told of it. */
export const portugueseSince: Pick<
  ReasonWords,
  | 'origins'
  | 'stopped'
  | 'arrived'
  | 'relaxed'
  | 'defaults'
  | 'fromDefaults'
  | 'unread'
  | 'newNumber'
  | 'newPeople'
> = {
  origins: {
    'pull-request': { report: say`este pull request`, terminal: say`este pull request` },
    phone: { report: say`mudado pelo celular, ou nunca aprovado`, terminal: say`mudado pelo celular` },
    date: { report: say`chegou o dia`, terminal: say`chegou o dia` },
    'earlier-merge': {
      report: say`pendente desde um merge anterior`,
      terminal: say`pendente desde um merge anterior`,
    },
  },
  stopped: {
    deleted: {
      report: (name) =>
        say`O Rollcall deixa de cuidar de ${name}: o arquivo foi apagado. O grupo em si fica como está.`,
      terminal: say`o arquivo foi apagado: o grupo fica como está, e o Rollcall não cuida mais dele`,
    },
    ignored: {
      report: (name) =>
        say`O Rollcall deixa de cuidar de ${name}: o arquivo mudou de nome. O grupo em si fica como está.`,
      terminal: say`o nome do arquivo agora começa com _: o grupo fica como está, e o Rollcall não cuida mais dele`,
    },
    'id-edited': {
      report: (name) => say`O arquivo de ${name} agora aponta para outro grupo.`,
      terminal: say`o arquivo agora aponta para outro grupo`,
    },
  },
  arrived: {
    'new-file': {
      report: (name) =>
        say`${name} é novo aqui: o arquivo é novo, e tudo o que acontece neste grupo vem deste pull request.`,
      terminal: say`o arquivo é novo: tudo o que acontece neste grupo vem deste pull request`,
    },
    'first-id': {
      report: (name) =>
        say`${name} é novo aqui: antes, o arquivo não dizia para qual grupo era, e tudo o que acontece neste grupo vem deste pull request.`,
      terminal: say`o arquivo ganhou seu primeiro id: tudo o que acontece neste grupo vem deste pull request`,
    },
  },
  relaxed,
  defaults: {
    new: {
      report: (file, count) => say`O arquivo ${file} é novo: o que ele diz vale para ${groups(count)}.`,
      terminal: (file, count) => say`${file} é novo, e vale para ${groups(count)}`,
    },
    changed: {
      report: (file, count) => say`O arquivo ${file} mudou: o que ele diz vale para ${groups(count)}.`,
      terminal: (file, count) => say`${file} mudou, e vale para ${groups(count)}`,
    },
    removed: {
      report: (file, count) =>
        say`O arquivo ${file} foi apagado: o que ele dizia valia para ${groups(count)}.`,
      terminal: (file, count) => say`${file} foi apagado, e valia para ${groups(count)}`,
    },
  },
  fromDefaults: {
    report: (file, count) => say`Mudanças em ${groups(count)} vêm do que eles têm em comum (${file}).`,
    terminal: (file, count) => say`Mudanças em ${groups(count)} vêm de ${file}.`,
  },
  unread,
  newPeople: {
    report: {
      arrived: ({ names, count }) =>
        say`${names} ${count === 1 ? say`é uma pessoa nova` : say`são pessoas novas`} nos arquivos.`,
      renamed: (name, before, isOther) =>
        isOther
          ? say`${name} está no lugar de ${before}: o nome e o número são outros, então pode ser outra pessoa.`
          : say`${name} antes se chamava ${before}: o número é o mesmo.`,
      alike: (name, other) => say`${name} é fácil de confundir com ${other}: veja bem de quem se trata.`,
    },
    terminal: {
      arrived: ({ names }) => say`pessoas novas: ${names}`,
      renamed: (name, before, isOther) =>
        isOther
          ? say`${name} está no lugar de ${before}: o nome e o número são outros`
          : say`${name} antes se chamava ${before}, o número é o mesmo`,
      alike: (name, other) => say`${name} se parece com ${other}`,
    },
  },
  newNumber: {
    report: ({ name, before, after, isSealed, groups: all, adminIn }) =>
      say`O número de ${name} muda${isSealed ? say` (está selado: não se vê nem o antigo nem o novo)` : say` de ${before} para ${after}`}: quem tem o novo número faz parte de ${groups(all)}${adminIn === 0 ? say`` : say`, e é admin em ${adminIn}`}.`,
    terminal: ({ name, before, after, isSealed, groups: all, adminIn }) => {
      const where =
        adminIn > 0
          ? say`admin em ${counted(adminIn, say`grupo`, say`grupos`)}`
          : say`em ${counted(all, say`grupo`, say`grupos`)}`;
      const change = isSealed ? say`muda (selado)` : say`${before} → ${after}`;
      return say`número de ${name} ${change}, ${where}`;
    },
  },
};
