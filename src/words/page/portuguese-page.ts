import { portugueseFaults } from './portuguese-faults.ts';
import { many, say } from '../portuguese/portuguese-forms.ts';
import type { SealPageWords } from './seal-page-words.ts';
import { firstBrowsers } from './seal-page-words.ts';

const lines = (count: number) => many(count, say`linha`, say`linhas`);

/** What the page that seals numbers says in Brazilian Portuguese. */
export const portuguesePage: SealPageWords = {
  fixed: {
    title: say`Selar números de telefone`,
    language: say`Idioma`,
    intro: say`Escreva aqui o número de alguém e receba uma linha para os arquivos dos grupos. Só quem tem a chave privada da organização consegue ler o número que está nela.`,
    offline: say`Nada do que você escreve sai desta página: ela funciona sem internet, não envia nada e não guarda nada. Cada número é apagado da página assim que é selado.`,
    forHeading: say`Selado para`,
    key: say`Chave`,
    organisation: say`Organização`,
    policyLine: say`A linha dela em _policy.yaml`,
    checkHeading: say`Como conferir se esta página é verdadeira`,
    checkLine: say`A linha acima tem de estar no _policy.yaml do repositório da sua organização, letra por letra. Se não estiver, esta página sela para outra pessoa: feche-a.`,
    checkFile: say`Uma página falsa poderia mostrar a linha certa mesmo assim. Por isso, pegue a página só de onde a sua organização a guarda. Quem tem o Rollcall pode comparar: “rollcall seal --page FILE” gera exatamente o mesmo arquivo, byte por byte, a partir da mesma política e da mesma versão.`,
    oneHeading: say`Uma pessoa`,
    handle: say`Apelido ou nome`,
    handleHint: say`Como está nos arquivos: letras e números, “-”, “_” e “.”. Um nome com espaços vira um apelido: “Ana Putri” fica ana-putri.`,
    number: say`Número de telefone`,
    seal: say`Selar`,
    manyHeading: say`Várias pessoas`,
    many: say`Uma linha para cada: apelido ou nome, depois o número`,
    manyHint: say`Copie duas colunas de uma planilha e cole aqui. Cada linha é avaliada sozinha: as que têm erro ficam aqui para você corrigir.`,
    sealAll: say`Selar todas as linhas`,
    resultHeading: say`Para o _people.yaml`,
    result: say`Linhas seladas`,
    resultHint: say`O lugar delas é abaixo de “people:”, do jeito que estão, com os dois espaços na frente.`,
    copy: say`Copiar as linhas`,
    mistakesHeading: say`Ainda não selado`,
    noScript: say`Esta página sela com JavaScript, que está desligado aqui. Ele roda só dentro da página; permita-o para este arquivo.`,
    tooOld: say`Este navegador não consegue selar. Use o Chrome ou o Edge a partir da versão ${firstBrowsers.chrome}, o Firefox a partir da ${firstBrowsers.firefox} ou o Safari a partir do ${firstBrowsers.safari}.`,
  },
  numberHint: (country) =>
    country === ''
      ? say`Com + e o código do país na frente.`
      : say`Com + e o código do país na frente; sem eles, é um número de ${country}.`,
  sealedOne: (handle) => say`Selado: ${handle}. O número foi apagado desta página.`,
  sealedMany: (sealed, mistakes) => {
    const done =
      sealed === 1
        ? say`1 número selado e apagado desta página.`
        : say`${sealed} números selados e apagados desta página.`;
    return mistakes === 0 ? done : say`${done} Para corrigir: ${lines(mistakes)}.`;
  },
  nothing: say`Ainda não há nada para selar: escreva primeiro um apelido e um número.`,
  working: (done, all) => say`Selando: ${done} de ${all}`,
  copied: say`As linhas foram copiadas.`,
  notCopied: say`O navegador não deixou copiar. As linhas estão selecionadas: aperte Ctrl+C, ou ⌘C no Mac.`,
  failed: say`Algo deu errado, e o resto não foi selado. As suas linhas continuam aqui: tente de novo ou recarregue a página.`,
  line: (at, handle) => (handle === '' ? say`Linha ${at}:` : say`Linha ${at} (${handle}):`),
  mistakes: {
    'no-handle': say`Não há nome nem apelido ao lado do número.`,
    'no-number': say`Não há número ao lado do nome.`,
    columns: say`Isto não é um nome e um número. Escreva os dois com uma tabulação, uma vírgula ou dois-pontos entre eles.`,
    'bad-name': say`Não dá para fazer um apelido deste nome. Escreva um: letras e números, “-”, “_” e “.”, começando com letra ou número.`,
    reserved: say`Esta palavra não pode ser um apelido: as frases do próprio Rollcall a usam para outras pessoas. Escolha outra.`,
    twice: say`Este apelido já está numa linha anterior, e cada pessoa precisa do seu.`,
    sealed: say`Este número já está selado.`,
    wrong: say`Isto não é um número que se possa usar.`,
    ambiguous: say`Isto pode ser lido como mais de um número.`,
    'no-country': say`Falta o código do país.`,
  },
  faults: portugueseFaults,
  sameNumber: (handle) =>
    say`O mesmo número está na linha de ${handle}. Cada pessoa precisa de um só apelido.`,
  more: (count) => say`e mais ${lines(count)}`,
  written: (file, key) =>
    say`Gravado: ${file}. A página sela números para a chave ${key}, num navegador, sem internet. Não há segredo nela: dê-a a quem acrescenta pessoas.`,
};
