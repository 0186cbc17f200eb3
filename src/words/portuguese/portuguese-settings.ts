import type { Inline } from '../../safe/inline.ts';
import { say } from './portuguese-forms.ts';
import type { TimeNames } from '../spelling/name-time.ts';
import { nameTime } from '../spelling/name-time.ts';
import type { SettingWords } from '../setting-words.ts';

/** How a time is called in a sentence. */
export const times: TimeNames = {
  '24h': say`24 horas`,
  '7d': say`7 dias`,
  '90d': say`90 dias`,
};

/** A time until messages disappear; a phone may have set one that has no name. */
const toTime = (time: number) => nameTime(time, times, (seconds) => say`${seconds} segundos`);

/** Where a phone has the switches of a group. */
const toSwitch = (name: Inline, isOn: boolean) =>
  say`em um celular, abra os dados do grupo, depois Permissões do grupo, e ${isOn ? say`ative` : say`desative`} “${name}”`;

/** What is said of each setting in the Portuguese of Brazil. */
export const portugueseSettings: SettingWords = {
  name: {
    noun: say`o nome`,
    report: (before, after) => say`Mudar o nome de ${before} para ${after}.`,
    terminal: () => say`o arquivo tem outro nome`,
  },
  topic: {
    noun: say`a descrição`,
    report: {
      first: say`Acrescentar uma descrição.`,
      removed: say`Apagar a descrição.`,
      differs: say`Mudar a descrição.`,
    },
    terminal: () => say`o arquivo tem outra descrição`,
  },
  announce: {
    noun: say`quem pode enviar mensagens`,
    report: {
      on: say`A partir de agora, só admins podem enviar mensagens.`,
      off: say`A partir de agora, todos os membros podem enviar mensagens.`,
    },
    terminal: (after) =>
      after === true ? say`só admins podem enviar mensagens` : say`todos podem enviar mensagens`,
  },
  locked: {
    noun: say`quem pode editar os dados do grupo`,
    report: {
      on: say`A partir de agora, só admins podem editar o nome, a foto e a descrição do grupo.`,
      off: say`A partir de agora, todos os membros podem editar o nome, a foto e a descrição do grupo.`,
    },
    terminal: (after) =>
      after === true
        ? say`só admins podem editar os dados do grupo`
        : say`todos podem editar os dados do grupo`,
  },
  disappearing: {
    noun: say`a duração das mensagens temporárias`,
    report: (seconds) =>
      seconds === 0
        ? say`Mensagens temporárias desativadas: as novas mensagens não desaparecem mais.`
        : say`Mensagens temporárias: as novas mensagens desaparecem depois de ${toTime(seconds)}.`,
    terminal: (after) =>
      after === 0 ? say`as mensagens ficam` : say`as mensagens desaparecem depois deste tempo`,
  },
  'may-add': {
    noun: say`quem pode adicionar membros`,
    report: (after) =>
      after === 'admins'
        ? say`A partir de agora, só admins podem adicionar membros.`
        : say`A partir de agora, todos os membros podem adicionar membros.`,
    terminal: (after) =>
      after === 'admins' ? say`só admins podem adicionar membros` : say`todos podem adicionar membros`,
    onPhone: (after) => toSwitch(say`Adicionar outros membros`, after !== 'admins'),
  },
  'join-approval': {
    noun: say`a aprovação de novos membros pelos admins`,
    report: {
      on: say`A partir de agora, quem vem pelo link espera até um admin aprovar.`,
      off: say`A partir de agora, quem vem pelo link entra sem aprovação.`,
    },
    terminal: (after) =>
      after === true ? say`quem vem pelo link espera por um admin` : say`quem vem pelo link entra na hora`,
    onPhone: (after) => toSwitch(say`Aprovar novos membros`, after === true),
  },
  community: {
    noun: say`a comunidade do grupo`,
    report: (after) =>
      after === 'none'
        ? say`O grupo não faz mais parte de uma comunidade.`
        : say`O grupo faz parte da comunidade que o arquivo indica.`,
    terminal: (after) =>
      after === 'none' ? say`não faz parte de comunidade` : say`faz parte desta comunidade`,
    onPhone: (after) =>
      after === 'none'
        ? say`em um celular, abra a comunidade do grupo, depois Gerenciar grupos, e retire o grupo`
        : say`em um celular, abra a comunidade que o arquivo indica, depois Gerenciar grupos, e adicione o grupo`,
  },
  photo: {
    noun: say`a foto`,
    report: {
      first: say`Acrescentar uma foto.`,
      removed: say`Apagar a foto.`,
      differs: say`Trocar a foto.`,
    },
  },
  link: {
    noun: say`o link de convite`,
    report: say`O link de convite é redefinido, para que ninguém que foi removido volte pelo link antigo.`,
    phrase: say`é redefinido`,
    terminal: say`quem é removido pode ainda ter o link antigo`,
  },
};
