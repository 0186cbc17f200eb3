import { say } from '../../safe/inline.ts';
import type { SealingWords } from '../sealing-words.ts';
import { counted } from '../terminal-forms.ts';

/** What the commands about sealed numbers say in Brazilian Portuguese. */
export const portugueseSealing: SealingWords = {
  key: {
    loss: say`Quem perde a chave privada perde os números: ninguém mais consegue lê-los, nem o Rollcall. Guarde uma cópia onde nada se perde e ninguém mais vê, como um gerenciador de senhas.`,
    shown: say`A chave privada, mostrada só desta vez:`,
    filed: (file) => say`A chave privada está em ${file}, que só você consegue ler.`,
    piped: say`A chave privada foi para o comando depois do pipe, e para mais nenhum lugar.`,
    place: (variable) =>
      say`O lugar dela é nos segredos (secrets) do environment que planeja e aplica, como ${variable}. Num arquivo do repositório ela abriria tudo para todos.`,
  },
  keygen: {
    question: (file) => say`Gravar a chave pública em ${file}? Só "sim" vale:`,
    written: (file) =>
      say`gravado: ${file} tem a chave pública, com a qual qualquer pessoa pode selar um número.`,
    line: (file) =>
      say`Esta linha com a chave pública vai em ${file}; com ela qualquer pessoa pode selar um número:`,
    next: (command) => say`A partir daí um número às claras é um erro. ${command} sela os que já estão lá.`,
  },
  seal: {
    question: (handle) => say`Número de ${handle}, com + e o código do país:`,
    isNew: (handle) => say`${handle} ainda não está em nenhum arquivo, e ganha uma linha própria.`,
    isKnown: (handle, place) => say`${handle} está em ${place}, e o número de lá dá lugar a este.`,
    done: (handle, place) => say`${handle}: selado, em ${place}`,
    history: say`O número estava ali às claras, e o histórico do git o guarda: docs/privacy.md diz como limpá-lo.`,
    broken: say`Nada foi gravado: os arquivos teriam estes erros.`,
  },
  all: {
    name: (place, comment, proposal) =>
      say`Apelido para o número em ${place}${comment === '' ? say`` : say` (${comment})`} [${proposal}]:`,
    summary: (numbers, files) =>
      say`${counted(numbers, say`número`, say`números`)} a selar, em ${counted(files, say`arquivo`, say`arquivos`)}.`,
    added: (handle, place) => say`novo: ${handle}, para o número em ${place}`,
    blind: say`Os números que já estão selados não foram abertos (ROLLCALL_PEOPLE_KEY não está definida): se um deles também está numa lista, agora tem dois apelidos, e o próximo plano avisa.`,
    question: say`Selar? Só "sim" vale:`,
    nothing: say`Nenhum número está às claras onde o Rollcall escreve, a não ser os das contas.`,
    rest: (places, more) =>
      say`Algo parecido com um número ainda está em textos e comentários, para você verificar: ${places}${more > 0 ? say` e mais ${more}` : say``}`,
  },
  rotate: {
    summary: (numbers, before, after) =>
      say`${counted(numbers, say`número`, say`números`)} a selar de novo: a chave ${before} dá lugar a ${after}.`,
    question: say`Selar de novo? Só "sim" vale:`,
    both: (variable) =>
      say`Até isto ser mesclado, e se parar no meio, as duas chaves são necessárias: ponha a antiga e a nova em ${variable}, nessa ordem, com um espaço entre elas. Execute de novo se for preciso; continua dali. Depois tire a antiga.`,
    history: say`O histórico do git ainda tem o que a chave antiga abre: quem tem essa chave e um clone lê os números como eram até hoje.`,
    nothing: say`Tudo já está selado com a última chave em ROLLCALL_PEOPLE_KEY.`,
  },
  open: {
    summary: (numbers, files) =>
      say`${counted(numbers, say`número`, say`números`)} ficariam às claras em ${counted(files, say`arquivo`, say`arquivos`)}, para quem pode ler o repositório, e para sempre no histórico. seal: sai da política; nada mais pede números selados.`,
    question: say`Abrir? Só "sim" vale:`,
    done: say`Os números estão às claras. O que foi selado no histórico continua selado; quem tem a chave ainda o abre.`,
  },
  begun: (file) => say`gravado em parte: ${file}`,
  partly: say`Nem tudo foi gravado. Ninguém se perde com isso; execute de novo, e continua dali.`,
};
