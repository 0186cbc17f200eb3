import type { Inline } from '../safe/inline.ts';
import { makeSay } from '../safe/inline.ts';
import type { ReportWords, Where } from './report-words.ts';
import { spellDay } from './spell-day.ts';

const say = makeSay('.');
const many = (count: number, one: Inline, more: Inline): Inline => say`${count} ${count === 1 ? one : more}`;
const groups = (count: number) => many(count, say`grupo`, say`grupos`);
const changes = (count: number) => many(count, say`mudança`, say`mudanças`);
const months = [
  'janeiro',
  'fevereiro',
  'março',
  'abril',
  'maio',
  'junho',
  'julho',
  'agosto',
  'setembro',
  'outubro',
  'novembro',
  'dezembro',
];
const times: Readonly<Record<number, Inline>> = {
  86400: say`24 horas`,
  604800: say`7 dias`,
  7776000: say`90 dias`,
};
const nouns = {
  add: [say`adição`, say`adições`],
  remove: [say`remoção`, say`remoções`],
  promote: [say`novo admin`, say`novos admins`],
  demote: [say`deixa de ser admin`, say`deixam de ser admins`],
  set: [say`outra mudança`, say`outras mudanças`],
} as const;
const limits: Readonly<Record<string, readonly [one: Inline, more: Inline]>> = {
  removals: nouns.remove,
  demotions: [say`pessoa que deixa de ser admin`, say`pessoas que deixam de ser admins`],
  promotions: nouns.promote,
  adds: nouns.add,
};
const people = ({ count }: Where) =>
  count === undefined ? say`pessoas` : many(count, say`pessoa`, say`pessoas`);
const removed = (where: Where) =>
  say`${people(where)} ${where.count === 1 ? say`foi removida` : say`foram removidas`} de ${where.places}`;
const promoted = (where: Where) =>
  where.count === 1
    ? say`1 pessoa passou a ser admin em ${where.places}`
    : say`${people(where)} passaram a ser admins em ${where.places}`;

/**
 * Reports in the Portuguese of Brazil. A participle would have to know whether Ana is a woman and +55 … 890 a man, so
 * what happens to people is told by verbs that need not.
 */
export const portuguese: ReportWords = {
  language: 'pt-BR',
  and: [' e ', ' e '],
  number: (count) => say`${count}`,
  day: (day) => spellDay(day, { months, between: ' de ', first: 'º' }),
  quote: (text) => say`“${text}”`,
  title: { plan: say`O que o merge vai fazer`, apply: say`O que foi feito` },
  headline: {
    merging: (from, at) => {
      const first = from ? say`remove ${people(from)} de ${from.places}` : say`não remove ninguém`;
      if (at)
        return say`O merge ${first}${from ? say` e` : say`, mas`} torna ${people(at)} ${at.count === 1 ? say`admin` : say`admins`} em ${at.places}.`;
      return say`O merge ${first} e não torna ninguém admin.`;
    },
    nothing: say`O merge não muda nada: ninguém é removido e ninguém vira admin.`,
    total: (counts, some, all) => say`Ao todo: ${counts}, em ${some} de ${groups(all)}.`,
    others: (count, all) => {
      if (count === all) return say`Nada disso vem deste pull request, mas o merge faz assim mesmo.`;
      return count === 1
        ? say`1 destas ${changes(all)} não vem deste pull request, mas o merge a faz assim mesmo.`
        : say`${count} destas ${changes(all)} não vêm deste pull request, mas o merge as faz assim mesmo.`;
    },
    stopped: (count) =>
      say`Um limite impede ${changes(count)}: o merge não ${count === 1 ? say`a` : say`as`} faz.`,
    coming: (counts, first) =>
      say`O merge também aprova o que as próximas datas trazem: ${counts}; a primeira é ${first}.`,
    comingRefused: (count) =>
      say`Do que as próximas datas trariam, o merge não aprova ${changes(count)}, porque algo impede.`,
    notAdded: (count, all, who) => {
      if (all === 1) return say`A única pessoa que seria adicionada não foi: ${who}.`;
      if (count === all) return say`Nenhuma das suas ${all} pessoas foi adicionada: ${who}.`;
      return count === 1
        ? say`1 das suas ${all} pessoas não foi adicionada: ${who}.`
        : say`${count} das suas ${all} pessoas não foram adicionadas: ${who}.`;
    },
    uncertain: (count, all, who) => {
      if (all === 1) return say`Não é certo se a única pessoa que seria adicionada foi mesmo: ${who}.`;
      return count === 1
        ? say`Não é certo se 1 das suas ${all} pessoas foi adicionada: ${who}.`
        : say`Não é certo se ${count} das suas ${all} pessoas foram adicionadas: ${who}.`;
    },
    notDone: (count, all) => {
      if (all === 1) return say`A única mudança não aconteceu ou não pôde ser confirmada.`;
      return count === 1
        ? say`1 das ${changes(all)} não aconteceu ou não pôde ser confirmada.`
        : say`${count} das ${changes(all)} não aconteceram ou não puderam ser confirmadas.`;
    },
    allDone: (count) =>
      count === 1
        ? say`A única mudança aprovada foi feita e conferida.`
        : say`Todas as ${count} mudanças aprovadas foram feitas e conferidas.`,
    nothingApproved: say`Não havia nenhuma mudança necessária e aprovada, então nada foi feito.`,
    fates: {
      remove: {
        none: say`ninguém foi removido`,
        some: removed,
        perhaps: (where) => say`não é certo se ${removed(where)}`,
      },
      promote: {
        none: say`ninguém virou admin`,
        some: promoted,
        perhaps: (where) => say`não é certo se ${promoted(where)}`,
      },
    },
    notApproved: (count) =>
      count === 1
        ? say`1 mudança não foi feita porque ninguém a aprovou.`
        : say`${count} mudanças não foram feitas porque ninguém as aprovou.`,
    waiting: (count) =>
      count === 1
        ? say`1 mudança aprovada ainda não pôde ser feita e continua pendente.`
        : say`${count} mudanças aprovadas ainda não puderam ser feitas e continuam pendentes.`,
    moreGroups: (count, number) => say`mais ${groups(count)} (${number})`,
    morePeople: (count) => say`mais ${count}`,
  },
  counts: {
    add: (count) => many(count, ...nouns.add),
    remove: (count) => many(count, ...nouns.remove),
    promote: (count) => many(count, ...nouns.promote),
    demote: (count) => many(count, ...nouns.demote),
    set: (count) => many(count, ...nouns.set),
  },
  captions: {
    add: (count) => nouns.add[count === 1 ? 0 : 1],
    remove: (count) => nouns.remove[count === 1 ? 0 : 1],
    promote: (count) => nouns.promote[count === 1 ? 0 : 1],
    demote: (count) => nouns.demote[count === 1 ? 0 : 1],
    set: (count) => nouns.set[count === 1 ? 0 : 1],
  },
  people: {
    add: ({ names }) => say`Adicionar ${names}.`,
    remove: ({ names }) => say`Remover ${names}.`,
    promote: ({ names, count }) => say`Tornar ${names} ${count === 1 ? say`admin` : say`admins`}.`,
    demote: ({ names }) => say`Passar ${names} de admin a membro.`,
  },
  done: {
    add: ({ names }) => say`Adição de ${names}.`,
    remove: ({ names }) => say`Remoção de ${names}.`,
    promote: ({ names, count }) => say`${names} agora ${count === 1 ? say`é admin` : say`são admins`}.`,
    demote: ({ names, count }) =>
      count === 1
        ? say`${names} continua no grupo, mas não é mais admin.`
        : say`${names} continuam no grupo, mas não são mais admins.`,
  },
  notDone: {
    add: ({ names, count }) => say`${names} ${count === 1 ? say`fica` : say`ficam`} de fora`,
    remove: ({ names, count }) => say`${names} ${count === 1 ? say`continua` : say`continuam`} no grupo`,
    promote: ({ names, count }) => say`${names} não ${count === 1 ? say`vira admin` : say`viram admins`}`,
    demote: ({ names, count }) => say`${names} ${count === 1 ? say`continua admin` : say`continuam admins`}`,
  },
  isAdmin: (name) => say`${name} (admin)`,
  settings: {
    nouns: {
      name: say`o nome`,
      topic: say`a descrição`,
      photo: say`a foto`,
      announce: say`quem pode enviar mensagens`,
      locked: say`quem pode editar os dados do grupo`,
      disappearing: say`a duração das mensagens temporárias`,
    },
    notChanged: (all, count) => (count === 1 ? say`${all} fica como está` : say`${all} ficam como estão`),
    name: (before, after) => say`Mudar o nome de ${before} para ${after}.`,
    topic: {
      first: say`Acrescentar uma descrição.`,
      removed: say`Apagar a descrição.`,
      differs: say`Mudar a descrição.`,
    },
    photo: {
      first: say`Acrescentar uma foto.`,
      removed: say`Apagar a foto.`,
      differs: say`Trocar a foto.`,
    },
    announce: {
      on: say`A partir de agora, só admins podem enviar mensagens.`,
      off: say`A partir de agora, todos os membros podem enviar mensagens.`,
    },
    locked: {
      on: say`A partir de agora, só admins podem editar o nome, a foto e a descrição do grupo.`,
      off: say`A partir de agora, todos os membros podem editar o nome, a foto e a descrição do grupo.`,
    },
    disappearing: (seconds) =>
      seconds === 0
        ? say`Mensagens temporárias desativadas: as novas mensagens não desaparecem mais.`
        : say`Mensagens temporárias: as novas mensagens desaparecem depois de ${times[seconds] ?? say`${seconds} segundos`}.`,
  },
  results: {
    verified: { word: say`feito`, lead: say`Feito e conferido:` },
    declined: { word: say`falta convidar`, lead: say`Por favor, convide:` },
    'not-verified': { word: say`incerto`, lead: say`Não é certo se aconteceu:` },
    failed: { word: say`não deu certo`, lead: say`Não deu certo:` },
    skipped: { word: say`não feito`, lead: say`Não feito desta vez:` },
    refused: { word: say`impedido por um limite`, lead: say`Impedido por um limite:` },
    'not-approved': { word: say`não aprovado`, lead: say`Não aprovado, por isso não feito:` },
  },
  causes: {
    declined: say`as próprias configurações de privacidade não permitem; é preciso enviar um convite`,
    'not-on-whatsapp': say`número não encontrado no WhatsApp; por favor, confira`,
    'gone-from-whatsapp': say`número que não está mais no WhatsApp; só dá para fazer isso pelo celular`,
    unreadable: say`não foi possível ler o grupo`,
    'photo-unread': say`foi enviado, mas não foi possível ler a foto de novo; a próxima execução confere de novo`,
    incomplete: say`foi enviado, mas não foi possível ler de novo a lista inteira de pessoas; a próxima execução confere de novo`,
    uncounted: say`foi enviado, e a pessoa não está mais na lista, mas o WhatsApp não disse quantos membros o grupo tem; por favor, confira no celular`,
    'perhaps-hidden': say`alguém no grupo esconde o número e pode ser a mesma pessoa; a próxima execução confere de novo`,
    'no-answer': say`não houve uma resposta clara, e no grupo isso ainda não aparece; a próxima execução confere de novo`,
    'without-effect': say`o WhatsApp disse que sim, mas no grupo isso não aparece; a próxima execução confere de novo`,
    'one-of-several': say`algumas das pessoas adicionadas juntas não quiseram, e o WhatsApp não diz quais`,
    rejected: say`o WhatsApp não aceitou; o registro da execução traz mais detalhes`,
    'gave-up': say`o WhatsApp não aceitou outros pedidos neste grupo, então isto não foi tentado; o registro da execução traz mais detalhes`,
    needs: say`outra coisa precisava acontecer antes e não aconteceu`,
    pace: say`já foi feito o bastante por hoje; a próxima execução continua`,
    'line-lost': say`a conexão caiu bem nesse momento; a próxima execução confere de novo`,
    stopped: say`a execução terminou antes de chegar aqui`,
    interrupted: say`a execução terminou antes de chegar aqui`,
    'not-reached': say`a execução terminou antes de chegar aqui`,
    'under-way': say`estava a caminho naquele momento; pode ter acontecido ou não`,
    limit: say`agora um limite impede`,
    'left-alone': say`agora não é mais necessário ou possível`,
    'not-due': say`agora não é mais necessário ou possível`,
  },
  why: ({ reason }, ways, day) => {
    if (reason === 'unlisted') return say`não está na lista`;
    if (reason === 'ended') return say`o último dia foi ${day}`;
    if (reason === 'readd') return say`tinha saído, e volta uma única vez`;
    if (reason === 'listed') return ways === '' ? say`está na lista` : ways;
    return say`está no arquivo`;
  },
  team: (name) => say`equipe ${name}`,
  line: (number) => say`linha ${number}`,
  once: {
    add: (name) => say`depois de adicionar ${name}`,
    promote: (name) => say`depois de tornar ${name} admin`,
    demote: (name) => say`depois que ${name} deixar de ser admin`,
    remove: (name) => say`depois de remover ${name}`,
  },
  origins: {
    'pull-request': say`este pull request`,
    phone: say`mudado pelo celular, ou nunca aprovado`,
    date: say`uma data já passou`,
    'earlier-merge': say`pendente desde um merge anterior`,
  },
  leftAlone: {
    'not-admin': say`a conta usada pelo Rollcall não é admin deste grupo; alguém precisa torná-la admin`,
    suspended: say`o WhatsApp suspendeu este grupo; veja no celular o que ele pede`,
    community: say`o WhatsApp não permite isso em uma comunidade ou em seu grupo de avisos`,
    'frozen-topic': say`o WhatsApp recusa qualquer nova descrição neste grupo, mesmo pelo celular`,
    'name-too-long': say`é longo demais para ser enviado; encurte-o, ou mude pelo celular`,
    owner: say`o Rollcall nunca mexe em quem criou o grupo; ponha a pessoa na lista, ou veja no celular o que dá para fazer`,
    'protected-number': say`este era o número de alguém que as regras da organização protegem; se o número não é mais dessa pessoa, remova-o pelo celular`,
    protected: (count) =>
      say`as regras da organização protegem ${count === 1 ? say`esta pessoa` : say`estas pessoas`}`,
    admin: say`admins não são removidos neste grupo`,
    incomplete: say`o WhatsApp deu uma lista incompleta de membros, então nada muda para ninguém; tente de novo mais tarde`,
    undated: say`o WhatsApp não diz quando este grupo foi criado, então talvez mostre só uma parte dele; dá para adicionar pelo celular`,
    vanished: say`o WhatsApp deixou de listar muita gente que estava no grupo, então nada muda para ninguém até que uma execução um dia depois veja o mesmo`,
    unidentified: say`o WhatsApp esconde o número, então não se sabe quem é`,
    'perhaps-hidden': (_, { asked }) => {
      const hides = say`alguém no grupo esconde o número e pode ser a mesma pessoa`;
      if (asked === 'not-yet')
        return say`${hides}; o WhatsApp é consultado sobre poucas pessoas de cada vez, e a próxima execução continua`;
      if (asked === 'spent') return say`${hides}; hoje não pode haver mais consultas`;
      if (asked === 'not-found')
        return say`${hides}; o número da lista não foi encontrado no WhatsApp, então, por favor, confira`;
      return say`${hides}; por favor, descubra`;
    },
    'perhaps-listed': say`talvez alguém da lista, com o número escondido pelo WhatsApp; por favor, descubra`,
    'number-changed': (_, { other, line, isLoss }) => {
      const write = line
        ? say`; a linha na lista de pessoas deve passar a ser ${line}`
        : say`; por favor, corrija o número na lista`;
      if (isLoss) return say`é ${other ?? say`alguém da lista`} com um número novo${write}`;
      return other
        ? say`continua no grupo, com um número novo: ${other}${write}`
        : say`continua no grupo, com um número novo que o WhatsApp esconde; por favor, pergunte qual é e corrija a lista`;
    },
    'other-account': say`este número era de outra conta do WhatsApp; por favor, descubra de quem é agora`,
    unconfirmed: say`o WhatsApp esconde o número, e ainda não se perguntou de novo quem é; a próxima execução pergunta`,
    'perhaps-same': (_, { other }) =>
      say`talvez a mesma pessoa que ${other ?? say`outra`}, com um número quase igual; por favor, corrija a lista, ou remova um dos dois pelo celular`,
    'perhaps-typo': (_, { other }) =>
      say`talvez ${other ?? say`alguém da lista`}, cujo número na lista é quase igual e não está no WhatsApp; por favor, confira`,
    ambiguous: say`não é possível distinguir um do outro; por favor, veja no celular`,
    'by-invite': say`só por convite; por favor, envie o link`,
    tried: say`a tentativa anterior não teve efeito, e o WhatsApp não diz por quê; é preciso enviar o link de convite`,
    refused: say`da última vez o WhatsApp não aceitou; nova tentativa depois de alguns dias, ou alguém faz pelo celular`,
    declined: say`já houve recusa ou convite; nova tentativa depois de 30 dias`,
    'not-on-whatsapp': say`número não encontrado no WhatsApp; por favor, confira`,
    left: (count) => (count === 1 ? say`estava no grupo e saiu` : say`estavam no grupo e saíram`),
    full: say`o grupo está cheio: o WhatsApp permite no máximo 1.024`,
    'no-memory': say`falta o registro das execuções anteriores, então nada muda para ninguém`,
    'photo-hidden': say`o WhatsApp não mostra a foto deste grupo à conta usada pelo Rollcall`,
    'photo-untold': say`não dá para saber se esta comunidade não tem foto ou se a esconde, então a foto não muda; defina pelo celular`,
    'photo-unread': say`não foi possível ler a foto desta vez; tente de novo mais tarde`,
    additive: say`neste grupo ninguém é removido, e admins continuam admins`,
    observe: say`este grupo é apenas observado`,
    'not-approved': say`ninguém aprovou; por favor, peça uma revisão`,
    'earlier-plan': say`já aprovado antes; a próxima execução sem um plano faz isto`,
  },
  since: (day, reason) => {
    if (reason === 'left') return say`última vez no grupo: ${day}`;
    return reason === 'not-on-whatsapp' ? say`consulta em ${day}` : say`tentativa em ${day}`;
  },
  hiddenMember: say`um membro com número escondido`,
  somebody: say`alguém`,
  ambiguous: say`dois membros`,
  unreadable: {
    'not-in-group': say`A conta usada pelo Rollcall não está neste grupo: adicione a conta, ou apague o arquivo.`,
    'no-such-group': say`Este grupo não existe mais: corrija o arquivo, ou apague-o.`,
    failed: say`Não foi possível ler este grupo, então nada é feito aqui.`,
  },
  refusal: ({ limit, scope, count, allowed, earlier = 0 }, file) => {
    if (limit === 'id-edited')
      return say`O arquivo ${file} agora aponta para outro grupo, com uma lista que antes era de um grupo diferente.`;
    if (limit === 'admins')
      return say`${count === 0 ? say`Não restaria nenhum admin` : say`${count === 1 ? say`Restaria` : say`Restariam`} apenas ${many(count, say`admin`, say`admins`)}`}, e é preciso haver pelo menos ${allowed}.`;
    if (limit === 'emptied')
      return say`${count === 1 ? say`1 pessoa seria removida` : say`${count} pessoas seriam removidas`}, porque a lista não traz mais ninguém, ou ninguém que esteja no grupo.`;
    const what = say`${count === 1 ? say`seria` : say`seriam`} ${many(count, ...(limits[limit] ?? [say`mudança`, say`mudanças`]))}`;
    if (scope === 'group') return say`Neste grupo ${what}, e o limite é ${allowed}.`;
    const before = earlier > 0 ? say`, contando ${earlier} das últimas 24 horas` : say``;
    if (limit === 'removals' || limit === 'adds') {
      const happens = limit === 'removals' ? say`removida` : say`adicionada`;
      const who = count === 1 ? say`1 pessoa seria ${happens}` : say`${count} pessoas seriam ${happens}s`;
      return say`Em todos os grupos juntos ${who} em 24 horas${before}, e o limite é ${allowed}.`;
    }
    return say`Em todos os grupos juntos ${what} em 24 horas${before}, e o limite é ${allowed}.`;
  },
  refusalAdvice: {
    group: say`Nada é feito neste grupo. Diminua o número; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    run: ({ count }, room, rule) =>
      say`O merge não faz nada disso. Faça o merge ${room > 0 ? say`de no máximo ${room} agora e do resto` : say`disso`} 24 horas depois; ou, se for mesmo a intenção, aumente antes o limite (${rule} no arquivo _policy.yaml) para ${count}, em um pull request só para isso; ou o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    admins: say`Nada é feito neste grupo. Indique outro admin, ou mantenha um.`,
    emptied: say`Nada é feito neste grupo. Liste quem deve ficar; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    coming: say`O merge não aprova o que as datas daquele dia trazem; o resto continua. Deixe menos saídas para um mesmo dia; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    'id-edited': say`Nada é feito, porque as pessoas de um grupo seriam colocadas em outro. Outro grupo precisa de um arquivo próprio; se o grupo antigo acabou, apague antes o arquivo dele em um pull request só para isso.`,
  },
  notices: {
    'lid-known': (name) => say`Um número escondido é de ${name}: agora o arquivo pode trazer o nome.`,
    'allow-expired': () => say`A permissão do arquivo para passar de um limite venceu e pode ser retirada.`,
    'allow-used-up': () =>
      say`A permissão do arquivo para passar de um limite já foi usada e pode ser retirada.`,
  },
  lifted: ({ limit, scope, count, usual, number }, until, reason) => {
    const end = say`no máximo ${number} até ${until}, porque: ${reason}.`;
    if (limit === 'emptied')
      return say`Um limite não vale aqui: ${count === 1 ? say`1 pessoa seria removida` : say`${count} pessoas seriam removidas`}, e ninguém da lista ficaria no grupo. O arquivo do grupo permite: ${end}`;
    const what = many(count, ...(limits[limit] ?? [say`mudança`, say`mudanças`]));
    return scope === 'group'
      ? say`Um limite não vale aqui: há ${what}, e o limite é ${usual}. O arquivo do grupo permite: ${end}`
      : say`Um limite não vale aqui: todos os grupos juntos têm ${what}, o limite é ${usual}, e este grupo não conta. O arquivo dele permite: ${end}`;
  },
  scheduled: {
    add: (name, group, on) => say`${on}: adicionar ${name} a ${group}`,
    remove: (name, group, on) => say`${on}: remover ${name} de ${group}`,
    promote: (name, group, on) => say`${on}: tornar ${name} admin em ${group}`,
    demote: (name, group, on) => say`${on}: ${name} deixa de ser admin em ${group}`,
  },
  coming: {
    refused: (reason) => say`não aprovado: ${reason}`,
    obstacle: (reason) => say`no momento: ${reason}`,
    unreadable: say`não foi possível ler o grupo; o próximo plano mostra isto de novo`,
    before: say`já estava nos arquivos, e ninguém aprovou ainda`,
  },
  stopped: {
    deleted: (name) =>
      say`O Rollcall deixa de cuidar de ${name}: o arquivo foi apagado. O grupo em si fica como está.`,
    ignored: (name) =>
      say`O Rollcall deixa de cuidar de ${name}: o arquivo mudou de nome. O grupo em si fica como está.`,
    'id-edited': (name) => say`O arquivo de ${name} agora aponta para outro grupo.`,
  },
  arrived: {
    'new-file': (name) =>
      say`${name} é novo aqui: o arquivo é novo, e tudo o que acontece neste grupo vem deste pull request.`,
    'first-id': (name) =>
      say`${name} é novo aqui: antes, o arquivo não dizia para qual grupo era, e tudo o que acontece neste grupo vem deste pull request.`,
  },
  relaxed: {
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
  unread: {
    policy: (file) =>
      say`Antes deste pull request, o arquivo das regras (${file}) faltava ou tinha erros. Por isso valem os limites mais rígidos entre os de agora, os de costume e os que ainda podem ser lidos; não é certo quem era protegido; e tudo conta como mudança deste pull request.`,
    protected: (file) =>
      say`Não é certo quem era protegido antes deste pull request (${file}): por favor, veja com atenção quem sai ou deixa de ser admin.`,
    people: (file) =>
      say`Antes deste pull request, o arquivo das pessoas (${file}) tinha erros. Por isso não dá para saber se o número de outra pessoa foi posto em algum nome: por favor, compare os números. Tudo o que acontece com pessoas conta como mudança deste pull request.`,
    group: (file) =>
      say`Antes deste pull request, o arquivo ${file} tinha erros: tudo o que acontece no grupo dele conta como mudança deste pull request.`,
    id: (file) =>
      say`Antes deste pull request, o arquivo ${file} tinha erros, e não dá para saber de qual grupo ele era: por favor, confira se é o mesmo. Tudo o que acontece no grupo dele conta como mudança deste pull request.`,
    photo: (file) =>
      say`Antes deste pull request, a foto do arquivo ${file} não podia ser lida: a mudança dela conta como mudança deste pull request.`,
  },
  newNumber: (name, [before, after], all, adminIn) =>
    say`O número de ${name} muda de ${before} para ${after}: quem tem o novo número faz parte de ${groups(all)}${adminIn === 0 ? say`` : say`, e é admin em ${adminIn}`}.`,
  notes: {
    sandbox: say`Isto é só um ensaio: nada disso acontece no WhatsApp de verdade.`,
    noMemory: say`Não há registro das execuções anteriores: quem falta é adicionado, mesmo quem saiu por conta própria.`,
    badMemory: say`O registro das execuções anteriores está faltando ou danificado, então ninguém é adicionado nem removido, e os admins continuam os mesmos.`,
    elsewhere: (count) =>
      say`${groups(count)} de outras contas não ${count === 1 ? say`foi verificado` : say`foram verificados`}.`,
    paceHeld: say`A política agora permite um ritmo mais rápido. Para que o WhatsApp não bloqueie a conta, ele só vale 24 horas depois da primeira execução que o viu.`,
    days: (days) =>
      say`Adicionar todo mundo leva cerca de ${many(days, say`dia`, say`dias`)}, para que o WhatsApp não bloqueie a conta.`,
    interrupted: say`A execução foi interrompida: o que estava em andamento foi conferido, o resto não começou.`,
    paceSpent: say`Já foi feito o bastante por um dia; o resto fica para a próxima execução.`,
    resumes: (time) => say`A próxima execução pode continuar depois de ${time}.`,
    stops: {
      'rate-limited': say`O WhatsApp pediu para a conta ir mais devagar, então a execução parou na hora.`,
      'session-lost': say`A conta foi desconectada do WhatsApp, então a execução parou na hora: por favor, veja o celular.`,
      unreachable: say`Não foi mais possível alcançar o servidor, então a execução parou.`,
      'no-answers': say`O servidor parou de responder, então a execução parou: alguém precisa olhar o servidor.`,
      'no-storage': say`Não foi possível salvar o registro desta execução, então ela parou: alguém precisa verificar o disco.`,
    },
  },
  headings: {
    groups: say`Grupo por grupo`,
    others: say`Fora deste pull request`,
    othersLead: say`O merge também faz isto, embora não venha deste pull request:`,
    leftAlone: say`O que fica como está, e por quê`,
    needHuman: say`Alguém precisa dar uma olhada`,
    onPurpose: say`De propósito`,
    people: say`Pessoas em vários grupos`,
    peopleLead: say`Todas as pessoas para quem algo muda em mais de um grupo.`,
    dates: say`Próximas datas`,
    datesLead: say`O merge aprova isto, salvo onde diz o contrário, e cada coisa é feita no seu dia:`,
    approvedDates: say`Próximas datas já aprovadas`,
    waiting: say`Aprovado e ainda não feito`,
    toCreate: say`Grupos que ainda não existem`,
    pullRequest: say`Antes de tudo`,
    notes: say`É bom saber`,
    details: (count) => say`${changes(count)} em detalhe`,
    groupCount: groups,
    due: say`Será feito:`,
    columns: {
      happens: say`O que acontece`,
      planned: say`Previsto`,
      why: say`Por quê`,
      outcome: say`Resultado`,
      person: say`Pessoa`,
      joins: say`Adições`,
      leaves: say`Remoções`,
      admin: say`Vira admin`,
      notAdmin: say`Deixa de ser admin`,
    },
    before: say`Antes`,
    after: say`Depois`,
    removedLine: say`retirado:`,
    addedLine: say`acrescentado:`,
    noPicture: say`sem imagem para mostrar`,
    photoOf: {
      before: (group) => say`Foto de ${group} antes`,
      after: (group) => say`Foto de ${group} depois`,
    },
    risk: {
      high: say`remove alguém ou torna admin`,
      medium: say`alguém deixa de ser admin`,
      low: say`não remove ninguém nem torna admin`,
      refused: say`um limite impede mudanças`,
      trouble: say`nem tudo foi feito`,
      done: say`tudo feito`,
    },
    inSync: (count) =>
      say`${groups(count)} já ${count === 1 ? say`está` : say`estão`} como os arquivos dizem.`,
    cut: (count, risky) =>
      say`Cortado aqui, porque este texto não pode ser mais longo: ${count === 1 ? say`falta` : say`faltam`} ${groups(count)} com mudanças, ${risky} com pessoas que são removidas ou viram admins. Os outros relatórios mostram tudo.`,
    tableCut: say`A tabela não aparece aqui, porque este texto não pode ser mais longo. Ela está nos outros relatórios.`,
    morePeople: (count) => say`mais ${count}`,
    moreLines: (count) => say`… mais ${many(count, say`linha`, say`linhas`)}`,
    moreItems: (count) => say`… e mais ${count}`,
    skip: say`Ir para os grupos`,
    account: (name) => say`Conta: ${name}`,
  },
};
