import type { SealPageWords } from './seal-page-words.ts';
import { say } from '../portuguese/portuguese-forms.ts';

const form = say`Um número de telefone se escreve com algarismos, espaços e hifens, com + e o código do país primeiro.`;
const international = say`Escreva-o com + e o código do país primeiro.`;

/** What is wrong with a number, on the page that seals them. */
export const portugueseFaults: SealPageWords['faults'] = {
  'too-long': () => say`É comprido demais para um só número. Escreva um número em cada linha.`,
  masked: () =>
    say`Alguns algarismos estão ocultos (••••), como nos relatórios. Pegue o número de onde ele veio.`,
  formula: () => say`É uma fórmula de planilha. Escreva só o número, com + e o código do país primeiro.`,
  shortened: () =>
    say`Uma planilha o encurtou (E+…), e os últimos algarismos se perderam. Formate a coluna como texto e pegue o número de onde ele veio.`,
  'sheet-quote': () => say`O apóstrofo na frente é como a planilha marca um texto. Escreva o número sem ele.`,
  decimal: () =>
    say`Termina como um número decimal (.0), como as planilhas escrevem: há um zero a mais. Escreva o número sem o que vem depois do ponto.`,
  link: () => say`É um link. Escreva só o número que está nele, com + e o código do país primeiro.`,
  'two-numbers': () => say`Há dois números aqui, ou um e o fim de outro. Escreva um número em cada linha.`,
  'plus-at-end': () => say`O + está no fim. Escreva-o na frente, antes do código do país.`,
  extension: () => say`Tem um ramal, e o WhatsApp não conhece ramais. Escreva só o número.`,
  quotes: () => say`Há aspas no meio dele. Escreva só o número.`,
  letters: () => say`Há letras nele. ${form}`,
  comma: () => say`Há uma vírgula nele: podem ser dois números, ou um com decimal. ${form}`,
  form: () => form,
  'plus-zero': () =>
    say`Depois do + vem o código do país, e nenhum começa com zero. Escreva o código do país no lugar do zero.`,
  impossible: () =>
    say`Não é um número possível do país dele: é curto ou comprido demais, ou o código do país não existe. Confira os algarismos.`,
  'impossible-there': (of) => say`Não é um número possível de ${of}. ${international}`,
  unlike: () =>
    say`Nenhum telefone do país dele tem um número assim: falta ou sobra um algarismo, ou falta o código de área. Confira os algarismos.`,
  'no-country': () => say`Sem código do país, pode ser um número de muitos países. ${international}`,
  'other-country': (of) =>
    say`Com + não é um número em uso, e sem + é um número de ${of}. Se é esse, escreva o código do país depois do +; se não, confira os algarismos.`,
  'needs-zero': () =>
    say`Um zero entre parênteses sai depois do código do país, mas este número só está em uso com ele. Escreva-o sem parênteses.`,
  'extra-zero': () =>
    say`Só está em uso sem o zero do começo, que em alguns países se disca dentro do país e nunca se escreve depois do +. Escreva com + e o código do país, sem esse zero; ou confira os algarismos.`,
  'two-ways': () =>
    say`Pode começar com um código de país, ou ter perdido um zero no começo. ${international}`,
  'double-zero': (of) =>
    say`Dois zeros no começo valem por +, mas em ${of} também se discam por outro motivo. Escreva + e o código do país no lugar deles, ou o número sem o que se disca antes dele.`,
  'code-twice': () =>
    say`O código do país parece estar duas vezes: o número só está em uso sem um dos dois. Tire um, ou confira os algarismos.`,
  far: (of) =>
    say`Ali não é um número em uso, mas há um com +${of} na frente. Se é esse, escreva com +${of}; se não, confira os algarismos.`,
};
