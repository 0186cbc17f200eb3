import type { Inline } from './inline.ts';
import { say } from './inline.ts';
import type { ReportWords } from './report-words.ts';

const many = (count: number, one: Inline, more: Inline): Inline => say`${count} ${count === 1 ? one : more}`;
const groups = (count: number) => many(count, say`grupo`, say`grupos`);
const changes = (count: number) => many(count, say`mudança`, say`mudanças`);
const times: Readonly<Record<number, Inline>> = {
  86400: say`24 horas`,
  604800: say`7 dias`,
  7776000: say`90 dias`,
};
const limits: Readonly<Record<string, Inline>> = {
  removals: say`pessoas removidas`,
  demotions: say`pessoas que deixam de ser administradoras`,
  promotions: say`novos administradores`,
  adds: say`pessoas que entram`,
};

/** Reports in the Portuguese of Brazil. */
export const portuguese: ReportWords = {
  language: 'pt-BR',
  and: 'e',
  quote: (text) => say`“${text}”`,
  title: { plan: say`O que o merge vai fazer`, apply: say`O que foi feito` },
  headline: {
    merging: (removed, promoted) => {
      const first = removed ? say`remove pessoas de ${removed}` : say`não remove ninguém`;
      if (promoted)
        return say`O merge ${first}${removed ? say` e` : say`, mas`} cria novos administradores em ${promoted}.`;
      return say`O merge ${first} e não torna ninguém administrador.`;
    },
    nothing: say`O merge não muda nada: ninguém é removido e ninguém se torna administrador.`,
    total: (counts, some, all) => say`Ao todo: ${counts}, em ${some} de ${groups(all)}.`,
    stopped: (count) => say`Um limite impede ${changes(count)}: o merge não as realiza.`,
    notAdded: (count, all, who) =>
      count === 1
        ? say`1 de suas ${all} pessoas não foi adicionada: ${who}.`
        : say`${count} de suas ${all} pessoas não foram adicionadas: ${who}.`,
    uncertain: (count, all, who) =>
      say`Para ${count} de suas ${all} pessoas não é certo se foram adicionadas: ${who}.`,
    notDone: (count, all) => say`${count} de ${changes(all)} não aconteceram ou não puderam ser confirmadas.`,
    allDone: (count) =>
      count === 1
        ? say`A única mudança aprovada foi feita e conferida.`
        : say`Todas as ${count} mudanças aprovadas foram feitas e conferidas.`,
    nothingApproved: say`Nada estava pendente e aprovado, então nada foi feito.`,
    done: (removed, promoted) => {
      const first = removed ? say`Pessoas foram removidas de ${removed}` : say`Ninguém foi removido`;
      return promoted
        ? say`${first}; há novos administradores em ${promoted}.`
        : say`${first}; ninguém se tornou administrador.`;
    },
    notApproved: (count) =>
      count === 1
        ? say`1 mudança não foi feita porque ninguém a aprovou.`
        : say`${count} mudanças não foram feitas porque ninguém as aprovou.`,
    moreGroups: (count, number) => say`mais ${groups(count)} (${number})`,
    morePeople: (count) => say`mais ${count}`,
  },
  counts: {
    add: (count) => many(count, say`entra`, say`entram`),
    remove: (count) => many(count, say`sai`, say`saem`),
    promote: (count) => many(count, say`novo administrador`, say`novos administradores`),
    demote: (count) => many(count, say`deixa de ser administrador`, say`deixam de ser administradores`),
    set: (count) => many(count, say`outra mudança`, say`outras mudanças`),
  },
  captions: {
    add: say`entram`,
    remove: say`saem`,
    promote: say`viram administradores`,
    demote: say`deixam de ser administradores`,
    set: say`outras mudanças`,
  },
  people: {
    add: ({ names, count }) => say`${names} ${count === 1 ? say`entra` : say`entram`} no grupo.`,
    remove: ({ names, count }) => say`${names} ${count === 1 ? say`sai` : say`saem`} do grupo, por remoção.`,
    promote: ({ names, count }) =>
      count === 1 ? say`${names} passa a administrar o grupo.` : say`${names} passam a administrar o grupo.`,
    demote: ({ names, count }) =>
      count === 1
        ? say`${names} fica no grupo, mas deixa de administrá-lo.`
        : say`${names} ficam no grupo, mas deixam de administrá-lo.`,
  },
  notDone: {
    add: ({ names, count }) => say`${names} não ${count === 1 ? say`entra` : say`entram`} no grupo`,
    remove: ({ names, count }) => say`${names} não ${count === 1 ? say`sai` : say`saem`} do grupo`,
    promote: ({ names, count }) =>
      say`${names} não ${count === 1 ? say`passa` : say`passam`} a administrar o grupo`,
    demote: ({ names, count }) =>
      say`${names} ${count === 1 ? say`continua` : say`continuam`} administrando o grupo`,
  },
  isAdmin: (name) => say`${name} (administra o grupo)`,
  settings: {
    nouns: {
      name: say`o nome`,
      topic: say`a descrição`,
      photo: say`a foto`,
      announce: say`quem pode enviar mensagens`,
      locked: say`quem pode editar os dados do grupo`,
      disappearing: say`mensagens temporárias`,
    },
    notChanged: (nouns) => say`Sem alteração: ${nouns}`,
    name: (before, after) => say`O nome muda de ${before} para ${after}.`,
    topic: {
      first: say`O grupo ganha uma descrição.`,
      removed: say`A descrição é apagada.`,
      differs: say`A descrição muda.`,
    },
    photo: {
      first: say`O grupo ganha uma foto.`,
      removed: say`A foto é apagada.`,
      differs: say`A foto muda.`,
    },
    announce: {
      on: say`A partir de agora só administradores podem enviar mensagens.`,
      off: say`A partir de agora todos podem enviar mensagens.`,
    },
    locked: {
      on: say`A partir de agora só administradores podem editar nome, foto e descrição do grupo.`,
      off: say`A partir de agora todos podem editar nome, foto e descrição do grupo.`,
    },
    disappearing: (seconds) =>
      seconds === 0
        ? say`As novas mensagens não desaparecem mais.`
        : say`As novas mensagens desaparecem depois de ${times[seconds] ?? say`${seconds} segundos`}.`,
  },
  results: {
    verified: { word: say`feito`, lead: say`Feito e conferido:` },
    declined: { word: say`a convidar`, lead: say`Por favor, convide:` },
    'not-verified': { word: say`incerto`, lead: say`Incerto:` },
    failed: { word: say`falhou`, lead: say`Falhou:` },
    skipped: { word: say`não feito`, lead: say`Não feito desta vez:` },
    refused: { word: say`impedido por um limite`, lead: say`Impedido por um limite:` },
    'not-approved': { word: say`não aprovado`, lead: say`Não aprovado, por isso não feito:` },
  },
  causes: {
    declined: say`as configurações da pessoa não permitem que alguém a adicione; é preciso enviar um convite`,
    'not-on-whatsapp': say`o número não está no WhatsApp: por favor, confira`,
    'gone-from-whatsapp': say`o número não está mais no WhatsApp: por favor, remova pelo celular`,
    unreadable: say`não foi possível ler o grupo de novo`,
    'photo-unread': say`não foi possível ler a foto de novo; a próxima execução confere de novo`,
    incomplete: say`não foi possível ler de novo a lista inteira de pessoas; a próxima execução confere de novo`,
    'perhaps-hidden': say`alguém no grupo esconde o número e pode ser esta pessoa; a próxima execução confere de novo`,
    'no-answer': say`não houve resposta clara; a próxima execução confere de novo`,
    'without-effect': say`o WhatsApp disse que sim, mas o grupo não mostra; a próxima execução confere de novo`,
    'one-of-several': say`algumas das pessoas adicionadas juntas não quiseram, e o WhatsApp não diz quais`,
    rejected: say`o WhatsApp não aceitou; o registro da execução diz mais`,
    'gave-up': say`o WhatsApp não aceitou outros pedidos neste grupo, então isto não foi tentado; o registro da execução diz mais`,
    needs: say`outra coisa precisava acontecer antes e não aconteceu`,
    pace: say`já foi feito o bastante por hoje; a próxima execução continua`,
    stopped: say`a execução terminou antes`,
    interrupted: say`a execução terminou antes`,
    'not-reached': say`a execução terminou antes`,
    'under-way': say`a execução parou neste grupo: pode ter acontecido ou não`,
    limit: say`agora um limite impede`,
    'left-alone': say`agora não é mais necessário ou não é possível`,
    'not-due': say`agora não é mais necessário ou não é possível`,
  },
  why: ({ reason }, ways, day) => {
    if (reason === 'unlisted') return say`não está na lista`;
    if (reason === 'ended') return say`o último dia foi ${day}`;
    if (reason === 'readd') return say`tinha saído, e volta uma única vez`;
    return reason === 'listed' && ways !== '' ? ways : say`está no arquivo`;
  },
  team: (name) => say`equipe ${name}`,
  line: (number) => say`linha ${number}`,
  once: {
    add: (name) => say`depois que ${name} entrar`,
    promote: (name) => say`depois que ${name} passar a administrar`,
    demote: (name) => say`depois que ${name} deixar de administrar`,
    remove: (name) => say`depois que ${name} sair`,
  },
  origins: {
    'pull-request': say`este pull request`,
    phone: say`mudado pelo celular`,
    date: say`uma data passou`,
    'earlier-merge': say`pendente desde um merge anterior`,
  },
  leftAlone: {
    'not-admin': say`a conta não administra este grupo: alguém precisa torná-la administradora`,
    suspended: say`o WhatsApp suspendeu este grupo: veja no celular o que ele pede`,
    community: say`o WhatsApp não permite isso em uma comunidade ou em seu grupo de avisos`,
    'frozen-topic': say`o WhatsApp recusa qualquer nova descrição neste grupo`,
    'name-too-long': say`o nome é longo demais para ser enviado: encurte-o, ou mude pelo celular`,
    owner: say`quem criou o grupo sempre fica, e continua administrando`,
    protected: say`as regras da organização protegem esta pessoa`,
    admin: say`administradores não são removidos neste grupo`,
    incomplete: say`o WhatsApp deu uma lista incompleta de pessoas, então ninguém é tocado: tente de novo mais tarde`,
    unidentified: say`o WhatsApp esconde o número, então não se sabe quem é`,
    'perhaps-hidden': say`alguém no grupo esconde o número e pode ser esta pessoa: por favor, descubra`,
    'perhaps-listed': say`pode ser alguém da lista com outro número: por favor, descubra`,
    ambiguous: say`não é possível distinguir dois membros: por favor, veja no celular`,
    'by-invite': say`só entra por convite: por favor, envie o link`,
    tried: say`já foi adicionada sem efeito, e o WhatsApp não diz por quê; é preciso enviar o link de convite`,
    declined: say`não quis ser adicionada, ou já foi convidada; nova tentativa depois de 30 dias`,
    'not-on-whatsapp': say`o número não está no WhatsApp: por favor, confira`,
    left: say`estava no grupo e saiu`,
    full: say`o grupo está cheio: o WhatsApp permite no máximo 1.024`,
    'no-memory': say`o registro das execuções anteriores falta, então ninguém é alterado`,
    'photo-hidden': say`o WhatsApp não mostra a foto deste grupo à conta`,
    'photo-unread': say`não foi possível ler a foto desta vez: tente de novo mais tarde`,
    additive: say`ninguém é tirado deste grupo`,
    observe: say`este grupo é apenas observado`,
    'not-approved': say`ninguém aprovou: peça uma revisão`,
  },
  since: (day) => say`desde ${day as Inline}`,
  hiddenMember: say`um membro com número escondido`,
  somebody: say`alguém`,
  ambiguous: say`dois membros`,
  unreadable: {
    'not-in-group': say`A conta não está neste grupo: alguém precisa adicioná-la, ou apague o arquivo.`,
    'no-such-group': say`Este grupo não existe mais: corrija o arquivo, ou apague-o.`,
    failed: say`Não foi possível ler o grupo, então nada é feito aqui.`,
  },
  refusal: ({ limit, scope, count, allowed }, file) => {
    if (limit === 'id-edited') return say`O arquivo ${file} agora aponta para outro grupo.`;
    if (limit === 'admins')
      return say`${count === 0 ? say`Não restaria nenhum administrador` : say`Restariam apenas ${many(count, say`administrador`, say`administradores`)}`}, e é preciso haver pelo menos ${allowed}.`;
    if (limit === 'emptied')
      return say`Todas as pessoas (${count}) seriam removidas, porque a lista está vazia.`;
    return say`${count} ${limits[limit] ?? say`mudanças`} ${scope === 'run' ? say`em todos os grupos juntos` : say`neste grupo`}, e o limite é ${allowed}.`;
  },
  refusalAdvice: {
    group: say`Nada é feito neste grupo. Diminua o número; ou, se for mesmo a intenção, o arquivo pode permitir uma vez, com um motivo e um último dia.`,
    run: say`Nenhuma delas é feita. Faça o merge em partes menores; ou, se for mesmo a intenção, o arquivo do grupo pode permitir uma vez, com um motivo e um último dia.`,
    admins: say`Nada é feito neste grupo. Indique outro administrador, ou mantenha um.`,
    'id-edited': say`Nada é feito, porque as pessoas de um grupo seriam colocadas em outro. Outro grupo precisa de um arquivo próprio.`,
  },
  notices: {
    'lid-known': (name) => say`Um número escondido é de ${name}: o arquivo já pode trazer o nome.`,
    'allow-expired': () => say`A permissão do arquivo para passar de um limite venceu e pode ser retirada.`,
    'allow-used-up': () =>
      say`A permissão do arquivo para passar de um limite foi usada e pode ser retirada.`,
  },
  scheduled: {
    add: (name, group, on) => say`${on}: ${name} entra em ${group}`,
    remove: (name, group, on) => say`${on}: ${name} sai de ${group}`,
    promote: (name, group, on) => say`${on}: ${name} passa a administrar ${group}`,
    demote: (name, group, on) => say`${on}: ${name} deixa de administrar ${group}`,
  },
  stopped: {
    deleted: (name) =>
      say`${name} deixa de ser acompanhado: o arquivo foi apagado. O grupo em si fica como está.`,
    ignored: (name) =>
      say`${name} deixa de ser acompanhado: o arquivo mudou de nome. O grupo em si fica como está.`,
    'id-edited': (name) => say`O arquivo de ${name} agora aponta para outro grupo.`,
  },
  relaxed: {
    parts: {
      members: say`quem é membro`,
      admins: say`quem administra`,
      settings: say`as configurações do grupo`,
    },
    gone: (name, nouns) =>
      say`O arquivo de ${name} não diz mais nada sobre isto: ${nouns}. No grupo fica como está, e ninguém acompanha.`,
    observe: (name, parts) =>
      say`Em ${name}, a partir de agora isto é só observado, e não corrigido: ${parts}.`,
    additive: {
      members: (name) => say`A partir de agora ninguém é removido de ${name}.`,
      admins: (name) => say`A partir de agora ninguém deixa de administrar ${name}.`,
    },
  },
  unread: {
    policy: (file) =>
      say`Antes deste pull request, o arquivo das regras (${file}) faltava ou tinha erros. Por isso valem os limites mais rígidos entre os de agora, os de costume e os que ainda podem ser lidos; não é certo quem era protegido; e tudo conta como mudança deste pull request.`,
    protected: (file) =>
      say`Não é certo quem era protegido antes deste pull request (${file}): por favor, veja com atenção quem sai ou deixa de administrar.`,
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
    say`O número de ${name} muda de ${before} para ${after}: quem tem o novo número entra em ${groups(all)}, e administra ${adminIn}.`,
  notes: {
    sandbox: say`Isto é um ensaio: nada disso toca o WhatsApp.`,
    noMemory: say`Não se guarda registro das execuções anteriores: quem falta é adicionado, mesmo quem saiu por conta própria.`,
    badMemory: say`O registro das execuções anteriores falta ou está danificado, então ninguém é alterado.`,
    elsewhere: (count) =>
      say`${groups(count)} de outras contas não ${count === 1 ? say`foi visto` : say`foram vistos`}.`,
    days: (days) =>
      say`Adicionar todos leva cerca de ${many(days, say`dia`, say`dias`)}, para que o WhatsApp não bloqueie a conta.`,
    interrupted: say`A execução foi interrompida: o que estava em andamento foi conferido, o resto não começou.`,
    paceSpent: say`Já foi feito o bastante por um dia; o resto fica para a próxima execução.`,
    resumes: (time) => say`A próxima execução pode continuar depois de ${time}.`,
    stops: {
      'rate-limited': say`O WhatsApp pediu que a conta vá mais devagar, então a execução parou na hora.`,
      'session-lost': say`A conta foi desconectada do WhatsApp, então a execução parou na hora: por favor, veja o celular.`,
      unreachable: say`Não foi mais possível alcançar o servidor, então a execução parou.`,
    },
  },
  headings: {
    groups: say`Grupo por grupo`,
    others: say`Fora deste pull request`,
    othersLead: say`Isto também está pendente, embora não venha deste pull request:`,
    leftAlone: say`O que fica como está, e por quê`,
    needHuman: say`Alguém precisa agir`,
    onPurpose: say`Assim como se quer`,
    people: say`Pessoas em vários grupos`,
    peopleLead: say`Todas as pessoas com quem algo acontece em mais de um grupo.`,
    dates: say`Próximas datas`,
    toCreate: say`Grupos que ainda não existem`,
    pullRequest: say`Antes de tudo`,
    notes: say`Bom saber`,
    details: (count) => say`${changes(count)} em detalhe`,
    columns: {
      happens: say`O que acontece`,
      why: say`Por quê`,
      outcome: say`Resultado`,
      joins: say`Entra`,
      leaves: say`Sai`,
      admin: say`Passa a administrar`,
      notAdmin: say`Deixa de administrar`,
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
      high: say`remove ou promove`,
      medium: say`tira a administração`,
      low: say`pequenas mudanças`,
      refused: say`impedido por um limite`,
      trouble: say`nem tudo foi feito`,
      done: say`tudo feito`,
    },
    inSync: (count) =>
      say`${groups(count)} já ${count === 1 ? say`está` : say`estão`} como os arquivos dizem.`,
    cut: (count, risky) =>
      say`Cortado aqui, porque este texto não pode ser mais longo: faltam ${groups(count)} com mudanças, ${risky} com pessoas que são removidas ou passam a administrar. Os outros relatórios mostram tudo.`,
    tableCut: say`A tabela não aparece aqui, porque este texto não pode ser mais longo. Os outros relatórios a têm.`,
    morePeople: (count) => say`mais ${count}`,
    moreLines: (count) => say`… mais ${many(count, say`linha`, say`linhas`)}`,
    moreItems: (count) => say`… e mais ${count}`,
    skip: say`Ir para os grupos`,
    account: (name) => say`Conta: ${name}`,
  },
};
