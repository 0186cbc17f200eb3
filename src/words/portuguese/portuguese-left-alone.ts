import { lookupsPerRun } from '../../domain/defaults.ts';
import { groupCapacity, nameBytesLimit } from '../../domain/whatsapp-facts.ts';
import { keptFor, toDays } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import { say } from './portuguese-forms.ts';
import type { ReasonWords } from '../reason-words.ts';

const on = (day: Inline | undefined) => (day === undefined ? say`` : say` em ${day}`);
const declinedDays = toDays(keptFor.declined);

/** Why drift is left alone. */
export const portugueseLeftAlone: ReasonWords['leftAlone'] = {
  'not-admin': {
    report: say`a conta usada pelo Rollcall não é admin deste grupo; alguém precisa torná-la admin`,
    terminal: say`a conta não é admin deste grupo: torne-a admin pelo celular`,
  },
  suspended: {
    report: say`o WhatsApp suspendeu este grupo; veja no celular o que ele pede`,
    terminal: say`o WhatsApp suspendeu este grupo: veja no celular o que ele pede`,
  },
  community: {
    report: say`o WhatsApp não permite isso em uma comunidade ou em seu grupo de avisos`,
    terminal: say`o WhatsApp não deixa mudar isto em uma comunidade ou em seu grupo de avisos`,
  },
  'frozen-topic': {
    report: say`o WhatsApp recusa qualquer nova descrição neste grupo, mesmo pelo celular`,
    terminal: say`o WhatsApp recusa qualquer nova descrição aqui, mesmo pelo celular: tire topic: do arquivo`,
  },
  'name-too-long': {
    report: say`é longo demais para ser enviado; encurte-o, ou mude pelo celular`,
    terminal: say`o GOWA envia nomes de no máximo ${nameBytesLimit} bytes: encurte-o, ou mude pelo celular`,
  },
  'phone-only': {
    report: ({ phone = say`faça isso em um celular` }) =>
      say`o servidor que o Rollcall usa não consegue mudar isso; ${phone}`,
    terminal: ({ phone = say`faça isso em um celular` }) =>
      say`este servidor não consegue mudar isso: ${phone}`,
  },
  'not-said': {
    report: say`o WhatsApp não diz como está neste grupo; veja em um celular`,
    terminal: say`o WhatsApp não diz como está aqui: veja em um celular`,
  },
  owner: {
    report: say`o Rollcall nunca mexe em quem criou o grupo; ponha a pessoa na lista, ou veja no celular o que dá para fazer`,
    terminal: say`criou este grupo, e o Rollcall nunca mexe em quem criou um: ponha na lista do arquivo, ou veja no celular o que dá para fazer`,
  },
  protected: {
    report: ({ count }) =>
      say`as regras da organização protegem ${count === 1 ? say`esta pessoa` : say`estas pessoas`}`,
    terminal: say`tem a proteção da política: ponha na lista do arquivo, ou faça pelo celular`,
  },
  'protected-number': {
    report: say`este era o número de alguém que as regras da organização protegem; se o número não é mais dessa pessoa, remova-o pelo celular`,
    terminal: say`era o número de alguém que a política protege: se não é mais dessa pessoa, remova-o pelo celular`,
  },
  admin: {
    report: say`admins não são removidos neste grupo`,
    terminal: say`um admin só é removido se o arquivo traz members: e admins:, os dois com exact`,
  },
  incomplete: {
    report: say`o WhatsApp deu uma lista incompleta de membros, então nada muda para ninguém; tente de novo mais tarde`,
    terminal: say`o WhatsApp deu uma lista incompleta de membros, então nada muda para ninguém: execute de novo mais tarde`,
  },
  undated: {
    report: say`o WhatsApp não diz quando este grupo foi criado, então talvez mostre só uma parte dele; dá para adicionar pelo celular`,
    terminal: say`o WhatsApp não diz quando este grupo foi criado, então pode mostrar só uma parte dele: adicione pelo celular`,
  },
  vanished: {
    report: say`o WhatsApp deixou de listar muita gente que estava no grupo, então nada muda para ninguém até que uma execução um dia depois veja o mesmo`,
    terminal: say`o WhatsApp deixou de listar muita gente que estava aqui, então nada muda para ninguém: até que uma execução um dia depois veja o mesmo`,
  },
  unidentified: {
    report: say`o WhatsApp esconde o número, então não se sabe quem é`,
    terminal: say`o WhatsApp esconde o número: escreva lid: no arquivo se deve ficar aqui`,
  },
  'perhaps-hidden': {
    report: ({ asked }) => {
      const hides = say`alguém no grupo esconde o número e pode ser a mesma pessoa`;
      if (asked === 'not-yet')
        return say`${hides}; o WhatsApp é consultado sobre no máximo ${lookupsPerRun} pessoas de cada vez, e ainda não sobre esta: faça o plano de novo`;
      if (asked === 'spent')
        return say`${hides}; as consultas de hoje ao WhatsApp acabaram: faça o plano de novo amanhã`;
      if (asked === 'not-found')
        return say`${hides}; o número da lista não foi encontrado no WhatsApp, então, por favor, confira`;
      return say`${hides}; por favor, descubra`;
    },
    terminal: ({ asked }) => {
      const hides = say`alguém aqui esconde o número e pode ser a mesma pessoa`;
      if (asked === 'not-yet')
        return say`${hides}, e o WhatsApp ainda não foi consultado, porque só é consultado sobre no máximo ${lookupsPerRun} pessoas de cada vez: faça o plano de novo`;
      if (asked === 'spent')
        return say`${hides}, e as consultas de hoje acabaram: faça o plano de novo amanhã`;
      if (asked === 'not-found')
        return say`${hides}, e o número não foi encontrado no WhatsApp: confira-o, ou escreva no arquivo o lid: de quem esconde o número`;
      return say`${hides}: descubra, e escreva o lid: no arquivo`;
    },
  },
  'perhaps-listed': {
    report: say`talvez alguém da lista, com o número escondido pelo WhatsApp; por favor, descubra`,
    terminal: say`pode ser alguém que o arquivo lista por lid: descubra pelo celular`,
  },
  'number-changed': {
    report: ({ other, line, isLoss }) => {
      const write = line
        ? say`; a linha na lista de pessoas deve passar a ser ${line}`
        : say`; por favor, corrija o número na lista`;
      if (isLoss) return say`é ${other ?? say`alguém da lista`} com um número novo${write}`;
      return other
        ? say`continua no grupo, com um número novo: ${other}${write}`
        : say`continua no grupo, com um número novo que o WhatsApp esconde; por favor, pergunte qual é e corrija a lista`;
    },
    terminal: ({ other, line, isLoss }) => {
      const write = line ? say`na lista de pessoas, escreva ${line}` : say`escreva o novo nos arquivos`;
      if (isLoss) return say`é ${other ?? say`alguém que está nos arquivos`} com outro número: ${write}`;
      return other
        ? say`agora tem outro número, ${other}: ${write}`
        : say`agora tem outro número, que o WhatsApp esconde: pergunte qual é, e escreva-o nos arquivos`;
    },
  },
  'other-account': {
    report: say`este número era de outra conta do WhatsApp; por favor, descubra de quem é agora`,
    terminal: say`outra conta do WhatsApp tinha este número antes: descubra de quem é agora, e torne a pessoa admin pelo celular`,
  },
  unconfirmed: {
    report: ({ asked }) =>
      asked === 'spent'
        ? say`o WhatsApp esconde o número, e hoje não pode haver mais consultas sobre quem é`
        : say`o WhatsApp esconde o número, e ainda não se perguntou de novo quem é; a próxima execução pergunta`,
    terminal: ({ asked }) =>
      asked === 'spent'
        ? say`o WhatsApp esconde o número, e é preciso perguntar de novo quem é, mas as consultas de hoje acabaram: faça o plano de novo amanhã`
        : say`o WhatsApp esconde o número, e ainda não se perguntou de novo quem é: faça o plano de novo`,
  },
  'perhaps-same': {
    report: ({ other }) =>
      say`talvez a mesma pessoa que ${other ?? say`outra`}, com um número quase igual; por favor, corrija a lista, ou remova um dos dois pelo celular`,
    terminal: ({ other }) =>
      say`${other ?? say`alguém do arquivo`} tem quase este número: talvez seja a mesma pessoa, então escreva o certo no arquivo, ou remova o outro pelo celular`,
  },
  'perhaps-typo': {
    report: ({ other }) =>
      say`talvez ${other ?? say`alguém da lista`}, cujo número na lista é quase igual e não está no WhatsApp; por favor, confira`,
    terminal: ({ other }) =>
      say`${other ?? say`alguém do arquivo`} tem quase este número e não está no WhatsApp: corrija o número nos arquivos se for essa pessoa, senão remova este pelo celular`,
  },
  'perhaps-meant': {
    report: ({ other }) =>
      say`talvez ${other ?? say`alguém da lista`}, cujo número na lista não está no WhatsApp; por favor, confira`,
    terminal: ({ other }) =>
      say`o número de ${other ?? say`alguém do arquivo`} não está no WhatsApp, e talvez seja esta pessoa: corrija o número nos arquivos, ou tire-o da lista, senão remova esta pelo celular`,
  },
  ambiguous: {
    report: say`não é possível distinguir um do outro; por favor, veja no celular`,
    terminal: say`dois membros têm o que pode ser o mesmo número: distinga um do outro pelo celular`,
  },
  'new-members': {
    report: say`o grupo recebe novos membros pelo link de convite`,
    terminal: say`entra pelo link (new-members: invite)`,
  },
  'by-invite': {
    report: say`só por convite`,
    terminal: say`entra pelo link (by: invite)`,
  },
  declined: {
    report: say`já houve recusa ou convite; nova tentativa depois de ${declinedDays} dias`,
    terminal: ({ day }) =>
      say`já houve recusa ou convite${on(day)}; nova tentativa depois de ${declinedDays} dias`,
  },
  tried: {
    report: say`a tentativa anterior não teve efeito, e o WhatsApp não diz por quê; é preciso enviar o link de convite`,
    terminal: ({ day }) => say`a adição${on(day)} não teve efeito, o WhatsApp não diz por quê: envie o link`,
  },
  'not-let-in': {
    report: ({ count }) =>
      say`${count === 1 ? say`pediu` : say`pediram`} para entrar, e não deu para aceitar; uma nova tentativa é feita depois de alguns dias, ou alguém responde pelo celular`,
    terminal: ({ day }) =>
      say`pediu para entrar, e não deu para aceitar${on(day)}: responda pelo celular ou espere um novo pedido`,
  },
  refused: {
    report: say`da última vez o WhatsApp não aceitou; nova tentativa depois de alguns dias, ou alguém faz pelo celular`,
    terminal: ({ day }) =>
      say`o WhatsApp não aceitou${on(day)}; nova tentativa depois de alguns dias, ou faça pelo celular`,
  },
  'not-on-whatsapp': {
    report: ({ action }) =>
      action === undefined || action === 'add'
        ? say`número não encontrado no WhatsApp; por favor, confira`
        : say`número que não está mais no WhatsApp; só dá para fazer isso pelo celular`,
    terminal: ({ action, day }) => {
      const found = say`não está no WhatsApp${day ? say` (consulta em ${day})` : say``}`;
      if (action === 'remove') return say`${found}: remova pelo celular, a conta não existe mais`;
      if (action === 'promote' || action === 'demote') return say`${found}: a conta não existe mais`;
      return say`${found}: confira o número nos arquivos`;
    },
  },
  left: {
    report: ({ count }) => (count === 1 ? say`estava no grupo e saiu` : say`estavam no grupo e saíram`),
    terminal: ({ day }) => say`estava aqui${on(day)} e saiu; readd: põe de volta uma única vez`,
  },
  full: {
    report: say`o grupo está cheio: o WhatsApp permite no máximo ${groupCapacity}`,
    terminal: say`não há mais lugar no grupo, que comporta ${groupCapacity}: tire alguém antes`,
  },
  'no-memory': {
    report: say`não há registro utilizável das execuções anteriores, então nada muda para ninguém`,
    terminal: say`não há registro utilizável das execuções anteriores, então nada muda para ninguém: apply --new-journal começa um novo`,
  },
  additive: {
    report: say`neste grupo ninguém é removido, e admins continuam admins`,
    terminal: say`manage: additive não tira nada`,
  },
  observe: { report: say`este grupo é apenas observado`, terminal: say`manage: observe só relata` },
  early: {
    report: say`já está assim, e a lista diz isso a partir de um dia que ainda vem; até lá nada é tirado`,
    terminal: say`o from do arquivo é um dia que ainda vem, e antes dele nada é tirado`,
  },
  'photo-hidden': {
    report: say`o WhatsApp não mostra a foto deste grupo à conta usada pelo Rollcall`,
    terminal: say`o WhatsApp não mostra à conta a foto deste grupo: veja no celular quem pode vê-la`,
  },
  'photo-untold': {
    report: say`não dá para saber se esta comunidade não tem foto ou se a esconde, então a foto não muda; defina pelo celular`,
    terminal: say`o GOWA não sabe se esta comunidade não tem foto ou se a esconde, então a foto não muda: defina pelo celular`,
  },
  'photo-unread': {
    report: say`não foi possível ler a foto desta vez; tente de novo mais tarde`,
    terminal: say`não foi possível ler a foto, então ela não muda: execute de novo mais tarde`,
  },
  'not-approved': {
    report: say`ninguém aprovou; por favor, peça uma revisão`,
    terminal: say`ninguém aprovou: faça o plano de novo, e peça uma revisão`,
  },
  'earlier-plan': {
    report: say`já aprovado antes; a próxima execução sem um plano faz isto`,
    terminal: say`um arquivo de plano anterior já aprovou: apply sem arquivo de plano faz isto`,
  },
  asks: {
    report: ({ count }) =>
      count === 1
        ? say`pede para entrar e não está na lista; se for do grupo, é só incluir na lista ou aceitar pelo celular`
        : say`pedem para entrar e não estão na lista; quem for do grupo é incluído na lista ou aceito pelo celular`,
    terminal: say`não consta no arquivo: inclua no arquivo ou responda pelo celular`,
  },
  'asks-early': {
    report: ({ count }) =>
      count === 1
        ? say`pede para entrar, mas na lista só a partir de outro dia; antes disso não entra`
        : say`pedem para entrar, mas na lista só a partir de outro dia; antes disso não entram`,
    terminal: say`no arquivo só a partir de outro dia: antes disso não entra`,
  },
  'asks-hidden': {
    report: ({ count }) =>
      say`${count === 1 ? say`pede` : say`pedem`} para entrar, e o WhatsApp esconde o número, então não se sabe quem é; responda pelo celular`,
    terminal: say`o WhatsApp esconde o número, e o GOWA precisa dele para aceitar: responda pelo celular`,
  },
  'asks-listed': {
    report: ({ count }) =>
      count === 1
        ? say`pede para entrar e está na lista, mas sem número; aceite pelo celular`
        : say`pedem para entrar e estão na lista, mas sem número; aceite pelo celular`,
    terminal: say`consta no arquivo por lid:, e o GOWA precisa do número para aceitar: aceite pelo celular`,
  },
  'asks-renumbered': {
    report: ({ other, line }) => {
      const write = line
        ? say`; a linha na lista de pessoas deve passar a ser ${line}`
        : say`; corrija o número na lista`;
      return say`pede para entrar com um número novo${other ? say`, ${other}` : say``}${write}`;
    },
    terminal: ({ other, line }) =>
      say`pede para entrar com outro número${other ? say`, ${other}` : say``}: ${line ? say`na lista de pessoas escreva ${line}` : say`escreva-o nos arquivos`}`,
  },
  'requests-unread': {
    report: say`o WhatsApp não disse quem pede para entrar, então ninguém é aceito; tente de novo mais tarde`,
    terminal: say`os pedidos de entrada não puderam ser lidos, então ninguém é aceito: execute de novo mais tarde`,
  },
};
