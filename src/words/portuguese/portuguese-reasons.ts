import { allowanceReach } from '../../domain/defaults.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import type { LimitKind } from '../../domain/group.ts';
import type { LowerMode } from '../../domain/origin.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, list, say as bare } from '../../safe/inline.ts';
import { groups, limits, many, say } from './portuguese-forms.ts';
import { portugueseLeftAlone } from './portuguese-left-alone.ts';
import type { ReasonWords } from '../reason-words.ts';

const hours = toHours(keptFor.spent);

const causes: ReasonWords['causes'] = {
  declined: {
    report: say`as próprias configurações de privacidade não permitem; é preciso enviar um convite`,
    terminal: say`as próprias configurações só permitem entrar por convite`,
  },
  unreadable: {
    report: say`não foi possível ler o grupo`,
    terminal: ({ result, text }) =>
      result === 'not-verified'
        ? say`foi enviado, mas não foi possível ler o grupo de novo: ${text}`
        : say`nada foi enviado, porque não foi possível ler o grupo: ${text}`,
  },
  'photo-unread': {
    report: say`foi enviado, mas não foi possível ler a foto de novo; a próxima execução confere de novo`,
    terminal: say`foi enviado, mas não foi possível ler a foto de novo`,
  },
  incomplete: {
    report: say`foi enviado, mas não foi possível ler de novo a lista inteira de pessoas; a próxima execução confere de novo`,
    terminal: say`foi enviado, mas não foi possível ler de novo a lista inteira de pessoas`,
  },
  uncounted: {
    report: say`foi enviado, e a pessoa não está mais na lista, mas o WhatsApp não disse quantos membros o grupo tem; por favor, confira no celular`,
    terminal: say`foi enviado, e a pessoa não está mais na lista; mas o WhatsApp não disse quantos membros o grupo tem, então pode ser a lista que está incompleta: veja no celular`,
  },
  'perhaps-hidden': {
    report: say`alguém no grupo esconde o número e pode ser a mesma pessoa; a próxima execução confere de novo`,
    terminal: say`um membro sem número pode ser esta pessoa`,
  },
  'no-answer': {
    report: say`não houve uma resposta clara, e no grupo isso ainda não aparece; a próxima execução confere de novo`,
    terminal: ({ text }) => say`nenhuma resposta clara (${text}), e até agora não aconteceu`,
  },
  'without-effect': {
    report: say`o WhatsApp disse que sim, mas no grupo isso não aparece; a próxima execução confere de novo`,
    terminal: say`o GOWA disse que deu certo, mas no grupo isso não aparece`,
  },
  'one-of-several': {
    report: say`algumas das pessoas adicionadas juntas não quiseram, e o WhatsApp não diz quais`,
    terminal: ({ refused, among }) =>
      say`o WhatsApp recusou ${refused} destas ${among} pessoas pelas configurações delas`,
  },
  'under-way': {
    report: say`estava a caminho naquele momento; pode ter acontecido ou não`,
    terminal: say`estava a caminho: pode ter acontecido ou não`,
  },
  'not-on-whatsapp': {
    report: say`número não encontrado no WhatsApp; por favor, confira`,
    terminal: say`este número não está no WhatsApp`,
  },
  'gone-from-whatsapp': {
    report: say`número que não está mais no WhatsApp; só dá para fazer isso pelo celular`,
    terminal: say`remova pelo celular: a conta deste número não existe mais, e o GOWA recusa números assim`,
  },
  rejected: {
    report: say`o WhatsApp não aceitou; o registro da execução traz mais detalhes`,
    terminal: ({ text }) => text,
  },
  'gave-up': {
    report: say`o WhatsApp não aceitou outros pedidos neste grupo, então isto não foi tentado; o registro da execução traz mais detalhes`,
    terminal: say`não enviado, porque o GOWA continua recusando o mesmo para outros neste grupo`,
  },
  'line-lost': {
    report: say`a conexão caiu bem nesse momento; a próxima execução confere de novo`,
    terminal: ({ text }) => say`nada foi enviado: ${text}`,
  },
  'left-alone': {
    report: say`agora não é mais necessário ou possível`,
    terminal: ({ leftAlone }) => say`agora fica como está: ${leftAlone}`,
  },
  limit: {
    report: say`agora um limite impede`,
    terminal: say`agora um limite impede as mudanças deste grupo`,
  },
  stopped: {
    report: say`a execução terminou antes de chegar aqui`,
    terminal: ({ isOwn, text }) => (isOwn ? text : say`a execução parou antes: ${text}`),
  },
  interrupted: {
    report: say`a execução terminou antes de chegar aqui`,
    terminal: say`a execução foi interrompida antes`,
  },
  'not-reached': {
    report: say`a execução terminou antes de chegar aqui`,
    terminal: say`a execução não chegou aqui: nada foi enviado para isto`,
  },
  needs: {
    report: say`outra coisa precisava acontecer antes e não aconteceu`,
    terminal: say`o que precisava acontecer antes não aconteceu`,
  },
  pace: {
    report: say`já foi feito o bastante por hoje; a próxima execução continua`,
    terminal: say`a cota de hoje acabou; execute de novo amanhã`,
  },
  'not-due': {
    report: say`agora não é mais necessário ou possível`,
    terminal: say`agora não é mais necessário`,
  },
};

/** A number as a terminal and JSON show it: without anything between thousands. */
const counted = (count: number, one: Inline, more: Inline) => bare`${count} ${count === 1 ? one : more}`;

const limitNouns: Readonly<Record<LimitKind, readonly [one: Inline, more: Inline]>> = {
  removals: limits.removals,
  demotions: limits.demotions,
  promotions: limits.promotions,
  adds: limits.adds,
};

const reportRefusals: ReasonWords['refusals']['report'] = {
  sentence: ({ limit, scope, count, allowed, earlier = 0 }, file) => {
    if (limit === 'id-edited')
      return say`O arquivo ${file} agora aponta para outro grupo, com uma lista que antes era de um grupo diferente.`;
    if (limit === 'admins')
      return say`${count === 0 ? say`Não restaria nenhum admin` : say`${count === 1 ? say`Restaria` : say`Restariam`} apenas ${many(count, say`admin`, say`admins`)}`}, e é preciso haver pelo menos ${allowed}.`;
    if (limit === 'emptied')
      return say`${count === 1 ? say`1 pessoa seria removida` : say`${count} pessoas seriam removidas`}, porque a lista não traz mais ninguém, ou ninguém que esteja no grupo.`;
    const what = say`${count === 1 ? say`seria` : say`seriam`} ${many(count, ...limits[limit])}`;
    if (scope === 'group') return say`Neste grupo ${what}, e o limite é ${allowed}.`;
    const before = earlier > 0 ? say`, contando ${earlier} das últimas ${hours} horas` : say``;
    if (limit === 'removals' || limit === 'adds') {
      const happens = limit === 'removals' ? say`removida` : say`adicionada`;
      const who = count === 1 ? say`1 pessoa seria ${happens}` : say`${count} pessoas seriam ${happens}s`;
      return say`Em todos os grupos juntos ${who} em ${hours} horas${before}, e o limite é ${allowed}.`;
    }
    return say`Em todos os grupos juntos ${what} em ${hours} horas${before}, e o limite é ${allowed}.`;
  },
  advice: {
    group: say`Nada é feito neste grupo. Diminua o número; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    run: ({ count }, room, rule) =>
      say`O merge não faz nada disso. Faça o merge ${room > 0 ? say`de no máximo ${room} agora e do resto` : say`disso`} ${hours} horas depois; ou, se for mesmo a intenção, aumente antes o limite (${rule} no arquivo _policy.yaml) para ${count}, em um pull request só para isso; ou o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    admins: say`Nada é feito neste grupo. Indique outro admin, ou mantenha um.`,
    emptied: say`Nada é feito neste grupo. Liste quem deve ficar; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    coming: say`O merge não aprova o que as datas daquele dia trazem; o resto continua. Deixe menos saídas para um mesmo dia; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    'id-edited': say`Nada é feito, porque as pessoas de um grupo seriam colocadas em outro. Outro grupo precisa de um arquivo próprio; se o grupo antigo acabou, apague antes o arquivo dele em um pull request só para isso.`,
  },
};

/** What a run's limit counts: people who leave or join, in however many groups, and roles one by one. */
function toRunCount(limit: LimitKind, count: number): Inline {
  const verb = limit === 'removals' ? say`sairia` : say`entraria`;
  if (limit === 'removals' || limit === 'adds')
    return count === 1 ? say`1 pessoa ${verb}` : bare`${count} pessoas ${verb}m`;
  return counted(count, ...limitNouns[limit]);
}

const groupAdvice = say`Nada é feito neste grupo, e não existe --force. Diminua o número; ou, se for mesmo a intenção, escreva no arquivo, no mesmo pull request, com um último dia nos próximos ${allowanceReach} dias, no lugar de qualquer allow: que já esteja lá:`;

const terminalRefusals: ReasonWords['refusals']['terminal'] = {
  sentence: (refusal, file) => {
    const { limit, scope, count, allowed } = refusal;
    if (limit === 'id-edited')
      return say`${file || say`O arquivo`} agora aponta para outro grupo, com uma lista que antes era de um grupo diferente.`;
    if (limit === 'admins') {
      const left = counted(count, say`admin`, say`admins`);
      const rest =
        count === 0
          ? say`não restaria nenhum admin`
          : count === 1
            ? say`restaria ${left}`
            : say`restariam ${left}`;
      return bare`${rest}, e é preciso haver pelo menos ${allowed} (limits.admins.min).`;
    }
    if (limit === 'emptied')
      return say`${count === 1 ? say`1 membro sairia` : bare`${count} membros sairiam`}, porque a lista não traz mais ninguém, ou ninguém que esteja aqui.`;
    const rule = limit as Inline;
    if (scope === 'group')
      return bare`${counted(count, ...limitNouns[limit])} neste grupo, e o limite é ${allowed} (limits.${rule}.group).`;
    const { earlier = 0 } = refusal;
    const before = earlier > 0 ? bare`, contando ${earlier} das últimas ${hours} horas,` : say``;
    return bare`${toRunCount(limit, count)} em todos os grupos juntos${before} e o limite é ${allowed} (limits.${rule}.run).`;
  },
  advice: {
    group: groupAdvice,
    emptied: groupAdvice,
    admins: say`Nada é feito neste grupo. Indique outro admin no arquivo, ou mantenha um.`,
    'id-edited': say`Nada é feito: as pessoas de um grupo seriam colocadas em outro. Ponha o id de volta; outro grupo precisa de um arquivo próprio e, se o grupo antigo acabou, apague antes o arquivo dele em um pull request só para isso.`,
    run: ({ count }, room, rule) =>
      bare`Nada disso é feito. Faça o merge ${room > 0 ? bare`de no máximo ${room} agora e do resto` : say`disso`} ${hours} horas depois; ou aumente ${rule} para ${count} em _policy.yaml, em um pull request só para isso, antes deste; ou, se um grupo quer mesmo isso, escreva um allow: no arquivo dele (o que ele cobre não conta aqui). Não existe --force.`,
    coming: say`O que as datas daquele dia trazem não é aprovado, e o resto continua. Deixe menos saídas para um mesmo dia; ou, se for mesmo a intenção, escreva um allow: no arquivo do grupo, no mesmo pull request.`,
  },
};

const lifted: ReasonWords['lifted'] = {
  report: ({ limit, scope, count, usual, number }, until, reason) => {
    const end = say`no máximo ${number} até ${until}, porque: ${reason}.`;
    if (limit === 'emptied')
      return say`Um limite não vale aqui: ${count === 1 ? say`1 pessoa seria removida` : say`${count} pessoas seriam removidas`}, e ninguém da lista ficaria no grupo. O arquivo do grupo permite: ${end}`;
    const what = many(count, ...limits[limit]);
    return scope === 'group'
      ? say`Um limite não vale aqui: há ${what}, e o limite é ${usual}. O arquivo do grupo permite: ${end}`
      : say`Um limite não vale aqui: todos os grupos juntos têm ${what}, o limite é ${usual}, e este grupo não conta. O arquivo dele permite: ${end}`;
  },
  terminal: ({ limit, scope, count, usual, number }, until, reason) => {
    const how = bare`no máximo ${number} até ${until}, motivo: ${reason}`;
    if (limit === 'emptied')
      return say`o allow: do arquivo deixa sair ${counted(count, say`membro`, say`membros`)}, e ninguém da lista ficaria aqui: ${how}`;
    const what = counted(count, ...limitNouns[limit]);
    return scope === 'group'
      ? bare`o allow: do arquivo permite ${what}, onde o limite é ${usual}: ${how}`
      : bare`o allow: do arquivo deixa este grupo fora do limite de todos os grupos juntos, que é ${usual} e veria ${what}: ${how}`;
  },
};

function toLess({ part, after }: LowerMode): Inline {
  if (after === 'observe') return say`agora só é relatado`;
  return part === 'members' ? say`ninguém mais é removido` : say`ninguém mais deixa de ser admin`;
}

const toMode = ({ part, before, after }: LowerMode) => `${part} ${before} → ${after}` as Inline;

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
        ...modes.map((mode) => say`${toMode(mode)}: ${toLess(mode)}`),
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

export const portugueseReasons: ReasonWords = {
  leftAlone: portugueseLeftAlone,
  causes,
  unreadable: {
    'not-in-group': {
      report: say`A conta usada pelo Rollcall não está neste grupo: adicione a conta, ou apague o arquivo.`,
      terminal: say`a conta não está neste grupo: adicione-a pelo celular, ou apague o arquivo`,
      waiting: say`a conta não está neste grupo: adicione-a pelo celular`,
    },
    'no-such-group': {
      report: say`Este grupo não existe mais: corrija o arquivo, ou apague-o.`,
      terminal: say`este grupo não existe mais: corrija id: no arquivo, ou apague o arquivo`,
      waiting: say`este grupo não existe mais: corrija id: no arquivo, ou apague o arquivo`,
    },
    failed: {
      report: say`Não foi possível ler este grupo, então nada é feito aqui.`,
      terminal: (text) => say`não foi possível ler, então nada é feito aqui: ${text}`,
      waiting: say`não foi possível ler o grupo: execute de novo mais tarde`,
    },
  },
  dates: {
    unreadable: {
      report: say`não foi possível ler o grupo; o próximo plano mostra isto de novo`,
      terminal: say`não foi possível ler o grupo, então isto não é aprovado agora: faça o plano de novo`,
    },
    forgotten: {
      report: say`não há registro das execuções anteriores, então é preciso um novo plano nesse dia`,
      terminal: say`não há registro das execuções anteriores (state:), então é preciso um novo plano nesse dia`,
    },
  },
  refusals: { report: reportRefusals, terminal: terminalRefusals },
  notices: {
    'lid-known': {
      report: ({ name }) => say`Um número escondido é de ${name}: agora o arquivo pode trazer o nome.`,
      terminal: ({ name, lid }) =>
        say`${lid} no arquivo é ${name}: agora o número é conhecido, escreva-o no lugar`,
    },
    'allow-expired': {
      report: () => say`A permissão do arquivo para passar de um limite venceu e pode ser retirada.`,
      terminal: say`o allow: do arquivo venceu: retire-o`,
    },
    'allow-used-up': {
      report: () => say`A permissão do arquivo para passar de um limite já foi usada e pode ser retirada.`,
      terminal: say`o allow: do arquivo já foi usado: retire-o`,
    },
  },
  lifted,
  stops: {
    'rate-limited': {
      report: say`O WhatsApp pediu para a conta ir mais devagar, então a execução parou na hora.`,
      terminal: say`o WhatsApp pediu para a conta ir mais devagar, então a execução parou na hora`,
    },
    'session-lost': {
      report: say`A conta foi desconectada do WhatsApp, então a execução parou na hora: por favor, veja o celular.`,
      terminal: say`a conta foi desconectada do WhatsApp, então a execução parou na hora: veja o celular`,
    },
    unreachable: {
      report: say`Não foi mais possível alcançar o servidor, então a execução parou.`,
      terminal: say`não foi mais possível alcançar o GOWA, então a execução parou`,
    },
    'no-answers': {
      report: say`O servidor parou de responder, então a execução parou: alguém precisa olhar o servidor.`,
      terminal: say`o GOWA parou de responder, então a execução parou: reinicie-o, ou veja o log dele`,
    },
    'no-storage': {
      report: say`Não foi possível salvar o registro desta execução, então ela parou: alguém precisa verificar o disco.`,
      terminal: say`não foi possível salvar o registro desta execução, então ela parou: verifique o disco`,
    },
  },
  origins: {
    'pull-request': { report: say`este pull request`, terminal: say`este pull request` },
    phone: { report: say`mudado pelo celular, ou nunca aprovado`, terminal: say`mudado pelo celular` },
    date: { report: say`uma data já passou`, terminal: say`uma data já passou` },
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
  unread,
  newNumber: {
    report: ({ name, before, after, groups: all, adminIn }) =>
      say`O número de ${name} muda de ${before} para ${after}: quem tem o novo número faz parte de ${groups(all)}${adminIn === 0 ? say`` : say`, e é admin em ${adminIn}`}.`,
    terminal: ({ name, before, after, groups: all, adminIn }) => {
      const where =
        adminIn > 0
          ? say`admin em ${counted(adminIn, say`grupo`, say`grupos`)}`
          : say`em ${counted(all, say`grupo`, say`grupos`)}`;
      return say`número de ${name} ${before} → ${after}, ${where}`;
    },
  },
};
