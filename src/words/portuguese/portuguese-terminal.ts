import type { TimeNames } from '../spelling/name-time.ts';
import { nameTime } from '../spelling/name-time.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, say } from '../../safe/inline.ts';
import { times } from './portuguese-settings.ts';
import type { TerminalWords } from '../terminal-words.ts';
import { counted } from '../terminal-forms.ts';

const groups = (count: number) => counted(count, say`grupo`, say`grupos`);
const people = (count: number) => counted(count, say`pessoa`, say`pessoas`);

/** How a time is called in its column. */
const timers: TimeNames & { readonly off: Inline } = {
  off: say`desativado`,
  ...times,
};

/** What a terminal shows in the Portuguese of Brazil; no word of it has to know whether Ana is a woman. */
export const portugueseTerminal: TerminalWords = {
  actions: {
    knock: (count) => (count === 1 ? say`pediu para entrar: entra` : say`pediram para entrar: entram`),
    add: (count) => (count === 1 ? say`entra` : say`entram`),
    promote: (count) => (count === 1 ? say`vira admin` : say`viram admins`),
    demote: (count) => (count === 1 ? say`deixa de ser admin` : say`deixam de ser admins`),
    remove: (count) => (count === 1 ? say`sai` : say`saem`),
  },
  adminLeaves: say`sai (é admin)`,
  notDone: {
    knock: (count) => (count === 1 ? say`fica de fora` : say`ficam de fora`),
    add: (count) => (count === 1 ? say`fica de fora` : say`ficam de fora`),
    promote: (count) => (count === 1 ? say`não vira admin` : say`não viram admins`),
    demote: (count) => (count === 1 ? say`continua admin` : say`continuam admins`),
    remove: (count) => (count === 1 ? say`continua no grupo` : say`continuam no grupo`),
    set: (count) => (count === 1 ? say`fica como está` : say`ficam como estão`),
  },
  asks: (count) => (count === 1 ? say`pede para entrar` : say`pedem para entrar`),
  once: {
    add: (name) => say`depois que ${name} entrar`,
    promote: (name) => say`depois que ${name} virar admin`,
    demote: (name) => say`depois que ${name} deixar de ser admin`,
    remove: (name) => say`depois que ${name} sair`,
  },
  why: (reason, ways, day) => {
    const via = ways === '' ? say`` : say` via ${ways}`;
    if (reason === 'listed') return ways === '' ? say`está no arquivo` : ways;
    if (reason === 'unlisted') return say`não está no arquivo`;
    if (reason === 'ended') return say`o último dia foi ${day}${via}`;
    if (reason === 'begun') return say`o primeiro dia é ${day}${via}`;
    if (reason === 'early') return say`o primeiro dia só é ${day}${via}`;
    return reason === 'readd'
      ? say`saiu, e volta uma única vez (readd: ${day})${via}`
      : say`o arquivo diz assim`;
  },
  photo: {
    removed: say`é apagada`,
    first: say`é acrescentada`,
    differs: say`é outra`,
    none: say`o arquivo diz photo: none`,
  },
  value: (value) => {
    if (typeof value === 'boolean') return value ? say`ativado` : say`desativado`;
    return nameTime(value, timers, (seconds) => say`${seconds} segundos`);
  },
  line: (number) => say`linha ${number}`,
  somebody: say`alguém`,
  results: {
    verified: say`conferido`,
    declined: say`recusou`,
    'not-verified': say`incerto`,
    failed: say`não deu certo`,
    skipped: say`não feito`,
  },
  refused: say`impedido`,
  notApproved: say`não aprovado`,
  leftAlone: say`fica como está`,
  refusal: (sentence) => say`Impedido: ${sentence}`,
  allow: (counts) => {
    const kinds = Object.entries(counts).map(([kind, number]) => say`${kind as Inline}: ${number}`);
    return say`allow: { ${join([...kinds, say`until: <último dia>`, say`reason: <motivo>`], ', ')} }`;
  },
  summary: {
    title: { plan: say`Plano`, applied: say`Feito` },
    sandbox: say`sandbox`,
    counts: {
      add: (count) => counted(count, say`entra`, say`entram`),
      remove: (count) => counted(count, say`sai`, say`saem`),
      promote: (count) => counted(count, say`vira admin`, say`viram admins`),
      demote: (count) => counted(count, say`deixa de ser admin`, say`deixam de ser admins`),
      set: (count) => counted(count, say`configuração muda`, say`configurações mudam`),
      toCreate: (count) => say`${count} a criar`,
      toInvite: (count) => say`${count} a convidar`,
      coming: (count) => say`${count} em próximas datas`,
      comingRefused: (count) =>
        counted(count, say`impedida em próximas datas`, say`impedidas em próximas datas`),
      waiting: (count) => counted(count, say`aprovada e pendente`, say`aprovadas e pendentes`),
      refused: (count) => counted(count, say`impedida por um limite`, say`impedidas por um limite`),
      notApproved: (count) => counted(count, say`não aprovada`, say`não aprovadas`),
      unreadable: (count) => counted(count, say`grupo não pôde ser lido`, say`grupos não puderam ser lidos`),
      leftAlone: (count) => counted(count, say`fica como está`, say`ficam como estão`),
      needHuman: (count) => counted(count, say`precisa de alguém`, say`precisam de alguém`),
      declined: (count) => counted(count, say`recusou`, say`recusaram`),
      'not-verified': (count) => counted(count, say`incerta`, say`incertas`),
      failed: (count) => counted(count, say`não deu certo`, say`não deram certo`),
      skipped: (count) => counted(count, say`não feita`, say`não feitas`),
    },
    where: (changed, all) => say`em ${changed} de ${groups(all)}`,
    nothing: (all) => say`nada a mudar em ${groups(all)}`,
    verified: (number, approved) =>
      say`${number} de ${approved} ${approved === 1 ? say`conferida` : say`conferidas`}`,
    nothingApproved: say`não havia nada necessário e aprovado`,
    nothingDone: say`nada pôde ser feito`,
  },
  crowd: {
    people,
    settings: (count) => counted(count, say`configuração`, say`configurações`),
    changes: (count) => counted(count, say`mudança`, say`mudanças`),
    notMade: say`não acontece`,
    more: (count) => say`e mais ${count}`,
    moreLines: (count) => say`… mais ${counted(count, say`linha`, say`linhas`)}, todas com --json`,
  },
  headings: {
    leftAlone: say`Fica como está`,
    toInvite: say`A convidar: entram pelo link (rollcall invite FILE)`,
    scheduled: say`Próximas datas`,
    approvedDates: say`Próximas datas, já aprovadas`,
    waiting: say`Aprovado e ainda não feito`,
    toCreate: say`A criar (grupos sem id)`,
    next: say`Próximo passo`,
    since: say`Este pull request`,
    arrived: say`novo aqui`,
    stopped: say`não é mais gerenciado`,
    relaxed: say`menos é gerenciado`,
  },
  numbers: {
    old: (name) => say`${name} (número antigo)`,
    new: (name) => say`${name} (número novo)`,
  },
  claim: (file, name) => say`${file}, que o chama de ${name}`,
  approvals: {
    summary: (count) => {
      if (count === 0) return say`Não há nada aprovado que não esteja feito.`;
      return count === 1
        ? say`1 mudança aprovada ainda não foi feita.`
        : say`${count} mudanças aprovadas ainda não foram feitas.`;
    },
    dropped: (count) =>
      count === 1
        ? say`1 aprovação retirada: apply não a faz mais.`
        : say`${count} aprovações retiradas: apply não as faz mais.`,
    noFile: say`Grupos que nenhum arquivo traz mais`,
    unknown: say`alguém que os arquivos não trazem`,
    something: say`algo`,
    group: say`o grupo`,
    isMade: say`é criado`,
    byLink: say`é aceito quando pedir para entrar, e não adicionado`,
    changes: say`muda`,
    since: (day, plan) =>
      plan === '' ? say`aprovação em ${day}` : say`aprovação em ${day} pelo plano ${plan}`,
  },
  coming: {
    on: (day) => say`em ${day}`,
    refused: (sentence) => say`não aprovado: ${sentence}`,
    limit: say`não aprovado: um limite impede`,
    obstacle: (sentence) => say`no momento: ${sentence}`,
    before: say`já estava nos arquivos, ninguém aprovou ainda`,
  },
  toInvite: { approved: say`já aprovado` },
  progress: {
    reading: say`lendo`,
    readingAgain: say`lendo de novo`,
    lookingUp: say`perguntando ao WhatsApp quem é quem`,
    pausing: (seconds) => say`esperando ${seconds} s`,
    set: (setting) => say`mudando ${setting}`,
    people: {
      knock: (who) => say`aceitando ${who}`,
      add: (who) => say`adicionando ${who}`,
      promote: (who) => say`tornando admin: ${who}`,
      demote: (who) => say`passando de admin a membro: ${who}`,
      remove: (who) => say`removendo ${who}`,
    },
    groups: (done, all) => say`Lendo grupos: ${done} de ${all} …`,
    photos: (done, all) => say`Lendo fotos: ${done} de ${all} …`,
    asked: (count) => say`Perguntando ao WhatsApp quem é quem: ${people(count)} …`,
  },
  notes: {
    sandbox: {
      forgets: say`Sandbox: nada disso toca o WhatsApp. Sem pausas, e sem registro entre execuções.`,
      remembers: say`Sandbox: nada disso toca o WhatsApp.`,
    },
    stop: (sentence, text) => say`${sentence} (${text})`,
    waits: say`Interrompido: aguardando o que está a caminho. Mais uma vez encerra na hora.`,
    interrupted: say`Interrompido: o que estava a caminho foi lido de novo, o resto não começou.`,
    part: say`Só aparece o que acontece com esta pessoa: o plano sem --person tem o resto, e é ele que se aprova.`,
    coming: say`O que as datas trazem é aprovado por um arquivo de plano (plan --out), não por --expect ou --yes.`,
    paceSpent: say`As adições ou consultas de ${toHours(keptFor.spent)} horas acabaram.`,
    nextAfter: (time) => say`Próximo passo, depois de ${time}`,
    resumes: (time) => say`Execute de novo depois de ${time}: antes disso, nada mais é enviado.`,
    elsewhere: (count) =>
      count === 1
        ? say`1 grupo de outras contas não foi lido.`
        : say`${count} grupos de outras contas não foram lidos.`,
    paceHeld: say`A política agora permite um ritmo mais rápido. Ele só vale ${toHours(keptFor.spent)} horas depois do primeiro apply que o viu; até lá vale o mais lento.`,
    forecast: ({ adds, lookups }, takes) =>
      say`Ritmo: ${counted(adds, say`adição`, say`adições`)} e ${counted(lookups, say`consulta`, say`consultas`)}, ${takes}.`,
    lanes: (number, adding) =>
      say`${counted(number, say`pessoa`, say`pessoas`)}: ${adding} adicionando; pelo link, assim que pedirem para entrar (new-members: invite).`,
    datedLinks: say`Onde uma data remove alguém, o link do grupo é redefinido junto, e é aprovado junto.`,
    oldLink: (names) =>
      say`Quem foi removido de ${names} pode ainda ter o link de convite. Com link: { renew: after-removals } em _policy.yaml o link é redefinido.`,
    takes: {
      pauses: (duration) => duration,
      adding: (duration) => say`${duration} adicionando`,
      lookingUp: (duration) => say`${duration} por causa das consultas`,
    },
    noMemory: say`Sem registro entre execuções: o ritmo e os limites só conhecem esta execução, e quem falta é adicionado, mesmo quem saiu.`,
    freshMemory: (since, until) =>
      say`O registro começou em ${since} e não sabe quem saiu ou recusou antes: essas pessoas podem ser adicionadas de novo. Aviso até ${until}.`,
    unread: (names, count) =>
      say`Não foi possível ler ${names}: nada se sabe ${count === 1 ? say`desse grupo` : say`desses grupos`}, e nada é feito lá.`,
    newMemory: say`Ainda não há registro entre execuções, então nada muda para ninguém: rollcall apply --new-journal começa um.`,
    badMemory: (fault) =>
      fault === ''
        ? say`O registro entre execuções está faltando ou danificado: nada muda para ninguém. apply --new-journal começa um novo.`
        : say`O registro entre execuções não pode ser usado, então nada muda para ninguém: ${fault}`,
  },
  ask: {
    question: say`Aplicar tudo isto? Só "sim" vale:`,
    yes: 'sim',
    nothing: say`Nada foi escrito.`,
    invitation: (file, link) => say`Link de convite de ${file}: ${link}`,
  },
};
