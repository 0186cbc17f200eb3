import type { ReasonWords } from '../reason-words.ts';
import { say } from './portuguese-forms.ts';

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
  'link-unread': {
    report: say`não foi possível ler o link de convite`,
    terminal: say`não foi possível ler o link de convite`,
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
  'not-let-in': {
    report: say`o WhatsApp não aceitou; a próxima execução confere de novo`,
    terminal: ({ text }) => say`pediu para entrar, e o WhatsApp não aceitou: ${text}`,
  },
  'asks-no-more': {
    report: say`àquela altura o pedido não existia mais`,
    terminal: say`não pede mais para entrar`,
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
    terminal: ({ isOwn, text }) => (isOwn ? text : say`a execução parou antes`),
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

/** Why something did not happen, or nobody can tell. */
export const portugueseOutcomes: Pick<ReasonWords, 'causes' | 'unreadable' | 'stops'> = {
  causes,
  unreadable: {
    'not-in-group': {
      report: say`A conta usada pelo Rollcall não está neste grupo: adicione a conta, ou apague o arquivo.`,
      terminal: say`a conta não está neste grupo: adicione-a pelo celular, corrija id: (rollcall groups lista todos), ou apague o arquivo`,
      waiting: say`a conta não está neste grupo: adicione-a pelo celular`,
    },
    'no-such-group': {
      report: say`Este grupo não existe mais: corrija o arquivo, ou apague-o.`,
      terminal: say`este grupo não existe mais: corrija id: no arquivo (rollcall groups lista todos), ou apague o arquivo`,
      waiting: say`este grupo não existe mais: corrija id: no arquivo (rollcall groups lista todos), ou apague o arquivo`,
    },
    failed: {
      report: say`Não foi possível ler este grupo, então nada é feito aqui.`,
      terminal: (text) => say`não foi possível ler, então nada é feito aqui: ${text}`,
      waiting: say`não foi possível ler o grupo: execute de novo mais tarde`,
    },
  },
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
};
