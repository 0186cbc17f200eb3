import { keptFor, toHours } from '../../domain/patience.ts';
import { changes, groups, many, nouns, say } from './portuguese-forms.ts';
import { countNouns } from '../count-nouns.ts';
import type { ReportWords, Where } from '../report-words.ts';

const people = ({ count }: Where) =>
  count === undefined ? say`pessoas` : many(count, say`pessoa`, say`pessoas`);
const removed = (where: Where) =>
  say`${people(where)} ${where.count === 1 ? say`foi removida` : say`foram removidas`} de ${where.places}`;
const promoted = (where: Where) =>
  where.count === 1
    ? say`1 pessoa passou a ser admin em ${where.places}`
    : say`${people(where)} passaram a ser admins em ${where.places}`;

/**
 * What reports say in the Portuguese of Brazil. A participle would have to know whether Ana is a woman and +55 … 890 a
 * man, so what happens to people is told by verbs that need not.
 */
export const portugueseReport: ReportWords = {
  title: { plan: say`O que o merge vai fazer`, apply: say`O que foi feito`, create: say`Grupos criados` },
  facts: {
    pullRequest: say`Pull request`,
    author: say`De`,
    commit: say`Commit`,
    made: say`Feito em`,
    account: say`Conta`,
  },
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
    takes: {
      pauses: (duration) => say`Fazer tudo leva ${duration}.`,
      adding: (duration) =>
        say`Adicionar todo mundo leva ${duration}: só algumas pessoas por dia, para que o WhatsApp não bloqueie a conta.`,
      lookingUp: (duration) =>
        say`Fazer tudo leva ${duration}: só algumas pessoas por dia, para que o WhatsApp não bloqueie a conta.`,
    },
    coming: (counts, first) =>
      say`O merge também aprova o que as próximas datas trazem: ${counts}; a primeira é ${first}.`,
    unread: (names, count) =>
      say`Não foi possível ler ${names}: não se sabe o que ${count === 1 ? say`esse grupo precisa` : say`esses grupos precisam`} mudar, e nada é feito lá.`,
    toInvite: (count) =>
      count === 1
        ? say`O merge também aprova que 1 pessoa entre pelo link de convite: ninguém a adiciona, e ela é aceita quando pedir para entrar.`
        : say`O merge também aprova que ${count} pessoas entrem pelo link de convite: ninguém as adiciona, e quem delas pedir para entrar é aceito.`,
    lanes: (count) =>
      count === 1
        ? say`Pelo link de convite esta pessoa poderia entrar assim que quisesse.`
        : say`Pelo link de convite estas ${count} pessoas poderiam entrar assim que quisessem.`,
    comingRefused: (count) =>
      say`Do que as próximas datas trariam, o merge não aprova ${changes(count)}, porque algo impede.`,
    notAdded: (count, all, who) => {
      if (all === 1) return say`A única pessoa que seria adicionada não foi: ${who}.`;
      if (count === all) return say`Nenhuma das ${all} adições aconteceu: ${who}.`;
      return count === 1
        ? say`1 das ${all} adições não aconteceu: ${who}.`
        : say`${count} das ${all} adições não aconteceram: ${who}.`;
    },
    later: (count, all) => {
      if (all === 1) return say`A única adição espera a próxima execução: por um dia já foi o bastante.`;
      return count === 1
        ? say`1 das ${all} adições espera a próxima execução: por um dia já foi o bastante.`
        : say`${count} das ${all} adições esperam a próxima execução: por um dia já foi o bastante.`;
    },
    uncertain: (count, all, who) => {
      if (all === 1) return say`Não é certo se a única pessoa que seria adicionada foi mesmo: ${who}.`;
      return count === 1
        ? say`Não é certo se 1 das ${all} adições aconteceu: ${who}.`
        : say`Não é certo se ${count === all ? say`as ${all}` : say`${count} das ${all}`} adições aconteceram: ${who}.`;
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
        : say`${count === 2 ? say`As duas` : say`Todas as ${count}`} mudanças aprovadas foram feitas e conferidas.`,
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
  ...countNouns(nouns, many),
  badges: {
    remove: (count) => say`remove ${count}`,
    promote: (count) => say`torna ${many(count, say`admin`, say`admins`)}`,
    demote: (count) => say`tira ${count} de admin`,
    add: (count) => say`adiciona ${count}`,
    set: (count) => say`muda ${many(count, say`configuração`, say`configurações`)}`,
    refused: (count) => say`um limite impede ${count}`,
    open: (count, all) => say`${count} de ${all} sem fazer`,
    done: say`tudo feito`,
    blocked: say`nada é feito aqui`,
  },
  people: {
    knock: ({ names, count }) =>
      say`Aceitar ${names}, que ${count === 1 ? say`pediu` : say`pediram`} para entrar.`,
    add: ({ names }) => say`Adicionar ${names}.`,
    remove: ({ names }) => say`Remover ${names}.`,
    promote: ({ names, count }) => say`Tornar ${names} ${count === 1 ? say`admin` : say`admins`}.`,
    demote: ({ names }) => say`Passar ${names} de admin a membro.`,
  },
  done: {
    knock: ({ names, count }) =>
      say`Entrada de ${names}, que ${count === 1 ? say`pediu` : say`pediram`} para entrar.`,
    add: ({ names }) => say`Adição de ${names}.`,
    remove: ({ names }) => say`Remoção de ${names}.`,
    promote: ({ names, count }) => say`${names} agora ${count === 1 ? say`é admin` : say`são admins`}.`,
    demote: ({ names, count }) =>
      count === 1
        ? say`${names} continua no grupo, mas não é mais admin.`
        : say`${names} continuam no grupo, mas não são mais admins.`,
  },
  notDone: {
    knock: ({ names, count }) =>
      count === 1
        ? say`${names} pediu para entrar e fica de fora`
        : say`${names} pediram para entrar e ficam de fora`,
    add: ({ names, count }) => say`${names} ${count === 1 ? say`fica` : say`ficam`} de fora`,
    remove: ({ names, count }) => say`${names} ${count === 1 ? say`continua` : say`continuam`} no grupo`,
    promote: ({ names, count }) => say`${names} não ${count === 1 ? say`vira admin` : say`viram admins`}`,
    demote: ({ names, count }) => say`${names} ${count === 1 ? say`continua admin` : say`continuam admins`}`,
  },
  isAdmin: (name) => say`${name} (admin)`,
  numbers: {
    old: (name) => say`${name} (o número antigo)`,
    new: (name) => say`${name} (o número novo)`,
    swap: (name) => say`${name}: o número antigo sai, o novo entra.`,
  },
  unchanged: (all, count) => (count === 1 ? say`${all} fica como está` : say`${all} ficam como estão`),
  results: {
    verified: { word: say`feito`, lead: say`Feito e conferido:` },
    declined: { word: say`falta convidar`, lead: say`Por favor, convide:` },
    'not-verified': { word: say`incerto`, lead: say`Não é certo se aconteceu:` },
    failed: { word: say`não deu certo`, lead: say`Não deu certo:` },
    skipped: { word: say`não feito`, lead: say`Não feito desta vez:` },
    refused: { word: say`impedido por um limite`, lead: say`Impedido por um limite:` },
    'not-approved': { word: say`não aprovado`, lead: say`Não aprovado, por isso não feito:` },
  },
  why: ({ reason }, ways, day) => {
    if (reason === 'leavers') return say`quem é removido pode ainda ter o link antigo`;
    if (reason === 'unlisted') return say`não está na lista`;
    if (reason === 'ended') return say`o último dia foi ${day}`;
    if (reason === 'begun') return say`está na lista a partir de ${day}`;
    if (reason === 'early') return say`só está na lista a partir de ${day}`;
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
  since: (day, reason) => {
    if (reason === 'left') return say`última vez no grupo: ${day}`;
    if (reason.startsWith('asks')) return say`pedido em ${day}`;
    return reason === 'not-on-whatsapp' ? say`consulta em ${day}` : say`tentativa em ${day}`;
  },
  between: (first, last) => say`entre ${first} e ${last}`,
  hiddenMember: say`um membro com número escondido`,
  hiddenAsking: say`alguém com número escondido`,
  somebody: say`alguém`,
  ambiguous: say`dois membros`,
  coming: {
    approved: say`já aprovado`,
    refused: (reason) => say`não aprovado: ${reason}`,
    obstacle: (reason) => say`no momento: ${reason}`,
    before: say`já estava nos arquivos, e ninguém aprovou ainda`,
  },
  notes: {
    sandbox: say`Isto é só um ensaio: nada disso acontece no WhatsApp de verdade.`,
    noMemory: say`Não há registro das execuções anteriores: quem falta é adicionado, mesmo quem saiu por conta própria.`,
    freshMemory: (since, until) =>
      say`O registro das execuções anteriores começou em ${since}: quem saiu, ou não quis ser adicionado, antes desse dia pode ser adicionado de novo. Este aviso aparece até ${until}.`,
    newMemory: say`Ainda não há registro das execuções anteriores, então ninguém é adicionado nem removido, e os admins continuam os mesmos. O próximo passo é começar um: rollcall apply --new-journal.`,
    badMemory: say`O registro das execuções anteriores está faltando ou danificado, então ninguém é adicionado nem removido, e os admins continuam os mesmos.`,
    elsewhere: (count) =>
      say`${groups(count)} de outras contas não ${count === 1 ? say`foi verificado` : say`foram verificados`}.`,
    datedLinks: say`Quando uma data remove alguém, o link de convite do grupo é redefinido ao mesmo tempo; o merge aprova isso também.`,
    oldLink: (names) => say`Quem foi removido de ${names} pode ainda ter o link de convite e voltar por ele.`,
    paceHeld: say`A política agora permite um ritmo mais rápido. Para que o WhatsApp não bloqueie a conta, ele só vale ${toHours(keptFor.spent)} horas depois da primeira execução que o viu.`,
    interrupted: say`A execução foi interrompida: o que estava em andamento foi conferido, o resto não começou.`,
    paceSpent: say`Já foi feito o bastante por um dia; o resto fica para a próxima execução.`,
    resumes: (time) => say`A próxima execução pode continuar depois de ${time}.`,
  },
  headings: {
    groups: say`Grupo por grupo`,
    others: say`Fora deste pull request`,
    othersLead: say`O merge também faz isto, embora não venha deste pull request:`,
    leftAlone: say`O que fica como está, e por quê`,
    toInvite: say`Quem entra pelo link de convite`,
    needHuman: say`Alguém precisa dar uma olhada`,
    wasBefore: say`Alguém precisa dar uma olhada, como antes deste pull request`,
    onPurpose: say`De propósito`,
    people: say`Pessoa por pessoa`,
    peopleLead: say`O que acontece com cada pessoa, e em quantos grupos.`,
    dates: say`Próximas datas`,
    datesLead: say`O merge aprova isto, salvo onde diz o contrário, e cada coisa é feita no seu dia:`,
    waiting: say`Aprovado e ainda não feito`,
    toCreate: say`Grupos que ainda não existem`,
    pullRequest: say`Antes de tudo`,
    notes: say`É bom saber`,
    details: (count) => say`${changes(count)} em detalhe`,
    claim: (name) => say`O arquivo chama este grupo de ${name}.`,
    due: say`Será feito:`,
    columns: {
      day: say`Dia`,
      group: say`Grupo`,
      inTheWay: say`O que impede`,
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
    larger: say`Ampliar`,
    noPicture: say`sem imagem para mostrar`,
    photoOf: {
      before: (group) => say`Foto de ${group} antes`,
      after: (group) => say`Foto de ${group} depois`,
    },
    inSync: (count) =>
      say`${groups(count)} já ${count === 1 ? say`está` : say`estão`} como os arquivos dizem.`,
    cut: (count, all, risky) =>
      say`Cortado aqui, porque um comentário não pode ser mais longo: ${count === 1 ? say`falta` : say`faltam`} ${groups(count)} com ${changes(all)}, ${risky} com pessoas que são removidas ou viram admins. A página mostra tudo.`,
    namesCut: say`Os nomes não cabem aqui, porque um comentário não pode ser mais longo. Eles estão na página.`,
    morePeople: (count) => say`mais ${count}`,
    moreItems: (count) => say`… e mais ${count}`,
    skip: say`Ir para os grupos`,
    page: say`Tudo em uma página, com as fotos`,
  },
};
